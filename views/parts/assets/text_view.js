// Sets the words as text; a plain click on a link is reported to Python, any other way of opening it is left alone.
const plainClick = (event) => event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;

const nodeOf = (run, follow) => {
  let node = document.createTextNode(run.text);
  if (run.mark) {
    const mark = document.createElement("mark");
    mark.append(node);
    node = mark;
  }
  if (run.change) {
    const changed = document.createElement(run.change === "gone" ? "del" : "ins");
    changed.append(node);
    node = changed;
  }
  if (run.href) {
    const link = document.createElement("a");
    link.setAttribute("href", run.href);
    if (run.title) link.setAttribute("title", run.title);
    link.append(node);
    link.addEventListener("click", (event) => {
      if (!plainClick(event)) return;
      event.preventDefault();
      follow(run.href);
    });
    node = link;
  }
  return node;
};

// A list scrolls to where the reader is inside its own box; the page stays where it is.
const showIn = (box, current) => {
  while (box && !(box.scrollHeight > box.clientHeight && /auto|scroll/.test(getComputedStyle(box).overflowY))) {
    box = box.parentElement || box.getRootNode().host;
  }
  if (!box || box.contains(document.querySelector("h1"))) return;
  box.scrollTop += current.getBoundingClientRect().top - box.getBoundingClientRect().top - box.clientHeight / 3;
};

export default function (component) {
  const { data, parentElement, setTriggerValue } = component;
  const root = parentElement.querySelector(".fatu-text");
  root.classList.toggle("dense", data.dense);
  const follow = (href) => setTriggerValue("followed", href);
  root.replaceChildren(...data.blocks.map((block) => {
    const paragraph = document.createElement("p");
    paragraph.className = `l${block.level}${block.current ? " current" : ""}`;
    paragraph.dataset.address = block.address;
    if (block.heading) {
      const heading = document.createElement("span");
      heading.className = "heading";
      heading.textContent = block.heading;
      paragraph.append(heading);
    }
    paragraph.append(...block.runs.map((run) => nodeOf(run, follow)));
    return paragraph;
  }));
  const current = root.querySelector(".current");
  if (current && data.dense && root.dataset.at !== current.dataset.address) {
    requestAnimationFrame(() => showIn(root, current));
    root.dataset.at = current.dataset.address;
  }
  if (current && !data.dense && root.dataset.at !== current.dataset.address) {
    current.scrollIntoView({ block: "center" });
    root.dataset.at = current.dataset.address;
  }
}
