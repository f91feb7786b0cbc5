// Draws what Python placed, reports clicks, finds nodes by their label, saves the picture.
const element = (tag, attributes = {}, text = "") => {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.textContent = text;
  return made;
};

const legendOf = (legend) => legend.map(({ kind, colour }) => {
  const key = element("span", { class: "key" });
  const dot = element("span", { class: "dot", "aria-hidden": "true" });
  dot.style.background = colour;
  key.append(dot, element("span", {}, kind));
  return key;
});

// The picture is saved larger than the screen and on white, for slides and paper.
const savePng = (canvas, name) => {
  const copy = document.createElement("canvas");
  copy.width = canvas.width;
  copy.height = canvas.height;
  const paper = copy.getContext("2d");
  paper.fillStyle = "#ffffff";
  paper.fillRect(0, 0, copy.width, copy.height);
  paper.drawImage(canvas, 0, 0);
  const link = element("a", { href: copy.toDataURL("image/png"), download: `${name}.png` });
  link.click();
};

const search = (network, nodes, words) => {
  const wanted = words.trim().toLowerCase();
  const found = wanted ? nodes.filter((node) => node.label.toLowerCase().includes(wanted)) : [];
  network.selectNodes(found.map((node) => node.id));
  if (found.length) network.focus(found[0].id, { scale: 1 });
  return wanted ? found.length : null;
};

export default function (component) {
  const { data, parentElement, setTriggerValue } = component;
  const root = parentElement.querySelector(".fatu-graph");
  const view = root.network ? root.network.getViewPosition() : null;
  const scale = root.network ? root.network.getScale() : null;
  if (root.network) root.network.destroy();
  root.replaceChildren();

  const bar = element("div", { class: "bar" });
  const box = element("input", { type: "search", placeholder: "在图中查找", "aria-label": "在图中查找" });
  const count = element("span", { role: "status" });
  const save = element("button", { type: "button" }, "下载图片");
  bar.append(...legendOf(data.legend), box, count, save);
  if (data.more > 0) bar.append(element("span", {}, `另有 ${data.more} 个未画出，见列表`));

  const canvas = element("div", {
    class: "canvas", tabindex: "0", role: "img",
    "aria-label": `关系图，${data.nodes.length} 个节点，${data.edges.length} 条关系；同样内容见旁边的列表`,
  });
  canvas.style.height = `${data.height}px`;
  root.append(bar, canvas);

  const options = {
    ...data.options, physics: { enabled: false },
    interaction: { hover: true, keyboard: { enabled: true, bindToWindow: false }, multiselect: true },
    edges: { smooth: { type: "continuous" }, font: { size: 11, color: "#5b6770" }, color: "#9aa5b1" },
  };
  const network = new vis.Network(canvas, { nodes: data.nodes, edges: data.edges }, options);
  root.network = network;
  if (view) network.moveTo({ position: view, scale });
  network.on("click", ({ nodes, edges }) => {
    if (nodes.length) setTriggerValue("clicked", { node: nodes[0] });
    else if (edges.length) setTriggerValue("clicked", { edge: edges[0] });
  });
  box.addEventListener("input", () => {
    const found = search(network, data.nodes, box.value);
    count.textContent = found === null ? "" : `找到 ${found} 个`;
  });
  save.addEventListener("click", () => savePng(canvas.querySelector("canvas"), data.file));
  root.dataset.ready = "true";
  return () => { network.destroy(); root.network = undefined; };
}
