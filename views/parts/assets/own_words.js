// Streamlit's own controls speak English and name the page's language English: here they speak Chinese, also to a screen
// reader. Whatever they add to the page later is looked through as it comes.
const WORDS = new Map(Object.entries({
  "Skip to main content": "跳到正文",
  "Sidebar": "侧栏",
  "Collapse sidebar": "收起侧栏",
  "Expand sidebar": "展开侧栏",
  "App pages": "各页",
  "Link to heading": "本节的链接",
  "Copied": "已复制",
  "Copy to clipboard": "复制",
  "Show/hide columns": "显示或隐藏列",
  "Download as CSV": "下载为 CSV 文件",
  "Dataframe column menu": "本列的菜单",
  "Copy column name": "复制列名",
  "Sort ascending": "升序排列",
  "Sort descending": "降序排列",
  "Statistics": "统计",
  "Values": "值",
  "Empty": "空",
  "Distinct": "不同的",
  "Minimum length": "最短",
  "Maximum length": "最长",
  "Average length": "平均长度",
  "Minimum": "最小",
  "Maximum": "最大",
  "Average": "平均",
  "25th percentile": "下四分位数",
  "Median": "中位数",
  "75th percentile": "上四分位数",
  "Sum": "合计",
  "Standard deviation": "标准差",
  "Format": "格式",
  "Automatic": "自动",
  "Localized": "分节",
  "Plain": "原样",
  "Compact": "缩写",
  "Dollar": "美元",
  "Euro": "欧元",
  "Yen": "日元",
  "Percent": "百分数",
  "Scientific": "科学记数",
  "Accounting": "会计",
  "Autosize": "适合列宽",
  "Pin column": "固定本列",
  "Unpin column": "不再固定本列",
  "Hide column": "隐藏本列",
  "Select all": "全选",
  "(index)": "（序号）",
  "text": "文字",
  "number": "数字",
  "Search": "查找",
  "Previous Result": "上一处",
  "Next Result": "下一处",
  "Close Search": "关闭查找",
  "Fullscreen": "全屏",
  "Close fullscreen": "退出全屏",
  "Open": "展开",
  "Dismiss": "收起",
  "Close": "关闭",
  "Clear": "清除",
  "Clear all": "全部清除",
  "Clear value": "清除",
  "Choose an option": "请选择",
  "Choose options": "请选择",
  "No results": "没有符合的",
  "No options to select.": "没有可选的",
  "Press Enter to apply": "按回车键确定",
  "Press Enter to submit form": "按回车键确定",
  "file upload": "选择文件",
  "Upload": "选择文件",
  "Running...": "正在处理……",
  "Stop": "停止",
  "Page not found": "没有这一页",
  "The page that you have requested does not seem to exist. Running the app's main page.":
    "这个地址没有页面，下面是总览。",
  "Connection error": "连接中断",
  "Streamlit server is not responding. Are you connected to the internet?":
    "本机的法图没有应答，可能已经关闭。请重新启动法图，再刷新本页。不需要联网。",
}));
const PATTERNS = [
  [/^(\d+)MB per file$/, "每个文件不超过 $1 MB"],
  [/^(\d+) options? available\.$/, "$1 项可选"],
  [/^(\d+) results?$/, "$1 处"],
  [/^(\d+) of (\d+)$/, "第 $1 处，共 $2 处"],
  [/^Remove (.+)$/, "去掉 $1"],
];
const SPOKEN = ["aria-label", "placeholder", "title"];

const inChinese = (said) => {
  const words = said.trim();
  const known = WORDS.get(words);
  if (known) return said.replace(words, known);
  const pattern = PATTERNS.find(([form]) => form.test(words));
  return pattern ? said.replace(words, words.replace(...pattern)) : said;
};

const translateText = (text) => {
  const chinese = inChinese(text.nodeValue);
  if (chinese !== text.nodeValue) text.nodeValue = chinese;
};

const translateAttributes = (element) => {
  for (const name of SPOKEN) {
    const said = element.getAttribute(name);
    const chinese = said && inChinese(said);
    if (chinese && chinese !== said) element.setAttribute(name, chinese);
  }
};

// what a document says is no control, and stays as it is
const OURS = "[data-testid='stMarkdownContainer']:not(button *), [data-testid='stTable'], .fatu-text, canvas, [role='option']";

const translate = (node) => {
  if (node.nodeType === Node.TEXT_NODE) {
    if (node.parentElement && !node.parentElement.closest(OURS)) translateText(node);
    return;
  }
  if (node.nodeType !== Node.ELEMENT_NODE) return;
  translateAttributes(node);
  for (const child of node.childNodes) translate(child);
};

export default function ({ parentElement }) {
  const host = parentElement.getRootNode().host ?? parentElement;
  // it has nothing to show, and takes no room
  host.closest("[data-testid='stElementContainer']")?.style.setProperty("display", "none");
  if (document.documentElement.lang === "zh-CN") return;
  document.documentElement.lang = "zh-CN";
  translate(document.body);
  new MutationObserver((changes) => {
    for (const change of changes) {
      if (change.type === "childList") change.addedNodes.forEach(translate);
      else if (change.type === "characterData") translate(change.target);
      else translateAttributes(change.target);
    }
  }).observe(document.body, {
    subtree: true, childList: true, characterData: true, attributes: true, attributeFilter: SPOKEN,
  });
}
