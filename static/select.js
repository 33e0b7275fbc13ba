// Turns a text selection or ticked sentences into what the marking form sends.
//
// <div data-select="FORM"> holds elements with data-start: the offset, in Unicode code points, of their first
// character. The page never knows the text between two such elements, so the server trusts start and end and
// compares `exact` with runs of white space collapsed.

const SKIP = ".tick, .vh, [data-skip]";
const BLOCK = ".par, p, li, td, th, blockquote, pre, h1, h2, h3, h4";

const codePoints = (text) => {
  let n = 0;
  for (const _ of text) n += 1;
  return n;
};

const insidePair = (text, at) => /^[\ud800-\udbff][\udc00-\udfff]$/.test(text.slice(at - 1, at + 1)) && at > 0;

/** The text nodes that count, in order, each with its offset (null outside every data-start). */
function* pieces(root, form) {
  const passed = new Map();
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, (node) => {
    if (node.nodeType === Node.TEXT_NODE) return NodeFilter.FILTER_ACCEPT;
    return node === form || node.matches(SKIP) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_SKIP;
  });
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const holder = node.parentElement.closest("[data-start]");
    if (!holder || !root.contains(holder)) {
      yield { node, at: null };
      continue;
    }
    const at = Number(holder.dataset.start) + (passed.get(holder) ?? 0);
    const length = codePoints(node.data);
    for (let el = holder; el && root.contains(el); el = el.parentElement?.closest("[data-start]")) {
      passed.set(el, (passed.get(el) ?? 0) + length);
    }
    yield { node, at };
  }
}

/** What `range` covers of the text: offsets, words, and the range itself cut to the text. Null if nothing. */
export function passage(root, range, form = null) {
  let start = null;
  let end = null;
  let exact = "";
  let between = "";
  let block = null;
  const cut = { startContainer: null, startOffset: 0, endContainer: null, endOffset: 0 };
  for (const { node, at } of pieces(root, form)) {
    if (!range.intersectsNode(node)) continue;
    let from = node === range.startContainer ? range.startOffset : 0;
    let to = node === range.endContainer ? range.endOffset : node.length;
    if (from >= to) continue;
    if (insidePair(node.data, from)) from -= 1;
    if (insidePair(node.data, to)) to += 1;
    const text = node.data.slice(from, to);
    if (at === null) {
      between += text;
      continue;
    }
    const here = at + codePoints(node.data.slice(0, from));
    const nodeBlock = node.parentElement.closest(BLOCK);
    if (start === null) {
      start = here;
      Object.assign(cut, { startContainer: node, startOffset: from });
    } else if (here > end) {
      const missing = here - end;
      exact += codePoints(between) === missing ? between : (nodeBlock === block ? " " : "\n").repeat(missing);
    }
    exact += text;
    end = here + codePoints(text);
    Object.assign(cut, { endContainer: node, endOffset: to });
    between = "";
    block = nodeBlock;
  }
  const words = exact.trim();
  if (words === "") return null;
  start += codePoints(exact.slice(0, exact.indexOf(words)));
  return { start, end: start + codePoints(words), exact: words, cut: new StaticRange(cut) };
}

function attach(root) {
  const form = document.getElementById(root.dataset.select);
  if (!form) return;
  const field = (name) => form.elements.namedItem(name);
  const fill = (name, value) => {
    if (field(name)) field(name).value = value;
  };
  const ticks = () => [...form.elements].filter((el) => el.type === "checkbox" && el.closest(".tick"));
  const ticked = () => ticks().filter((tick) => tick.checked);
  const preview = form.querySelector("[data-preview]");
  const idle = preview?.textContent ?? "";
  let picked = false;
  let timer = 0;

  const show = (text) => {
    const active = Boolean(text) || Boolean(field("exact")?.value.trim());
    for (const el of form.querySelectorAll("[data-when-selected]")) {
      if ("disabled" in el) el.disabled = !active;
      else el.hidden = !active;
    }
    form.classList.toggle("active", active);
    clearTimeout(timer);
    // A moment's rest, so that a screen reader hears the passage and not every step towards it.
    timer = setTimeout(() => {
      if (preview) preview.textContent = text || idle;
    }, 120);
  };
  const drop = (names) => {
    picked = false;
    for (const name of names) fill(name, "");
    CSS.highlights?.delete("pick");
    // Or the next selectionchange would bring it back.
    const selection = document.getSelection();
    const anchor = selection.anchorNode;
    if (root.contains(anchor) && !form.contains(anchor)) selection.removeAllRanges();
  };
  const pick = (event) => {
    if (event.target !== document) return; // a field's own selection
    const selection = document.getSelection();
    if (!selection.rangeCount || selection.isCollapsed || !selection.containsNode(root, true)) return;
    const found = passage(root, selection.getRangeAt(0), form);
    if (!found) return;
    for (const tick of ticked()) tick.checked = false;
    for (const name of ["start", "end", "exact"]) fill(name, found[name]);
    if (CSS.highlights) CSS.highlights.set("pick", new Highlight(found.cut));
    picked = true;
    show(found.exact);
  };
  const tickedText = () => {
    const text = [...pieces(root, form)].filter(({ at }) => at !== null);
    const sentences = ticked().map((tick) => {
      const [start, end] = tick.value.split("-").map(Number);
      return text.filter(({ at }) => at >= start && at < end).map(({ node }) => node.data).join("");
    });
    return sentences.join(" ").trim();
  };
  const clear = () => {
    drop(["start", "end", "exact"]);
    for (const tick of ticks()) tick.checked = false;
    show("");
  };

  document.addEventListener("selectionchange", pick);
  document.addEventListener("change", (event) => {
    if (!ticks().includes(event.target)) return;
    drop(["start", "end", "exact"]);
    show(tickedText());
  });
  field("exact")?.addEventListener("input", () => {
    drop(["start", "end"]);
    for (const tick of ticked()) tick.checked = false;
    show("");
  });
  form.addEventListener("click", (event) => {
    if (event.target.closest("[data-clear]")) clear();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || event.isComposing || document.querySelector("dialog[open]")) return;
    if (picked || ticked().length) clear();
  });
  window.addEventListener("pageshow", () => show(tickedText()));
  show(tickedText());
}

for (const root of document.querySelectorAll("[data-select]")) attach(root);
