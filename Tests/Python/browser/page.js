// Run inside the page: what a visitor can see, reach and read. Returns one object of functions.
(() => {
  const hidden = (element) =>
    !element.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true, contentVisibilityAuto: true });
  const clipped = (element) => {
    // Text for screen readers only: there, but one pixel of it.
    for (let up = element; up; up = up.parentElement) {
      if (up.offsetWidth <= 1 && getComputedStyle(up).overflow === "hidden") return true;
    }
    return false;
  };
  const scrolls = (element) => {
    for (let up = element.parentElement; up && up !== document.body; up = up.parentElement) {
      if (["auto", "scroll"].includes(getComputedStyle(up).overflowX) && up.scrollWidth > up.clientWidth) return up;
    }
    return null;
  };
  const name = (element) => {
    const text = (element.innerText || element.getAttribute("aria-label") || element.name || "").trim();
    return `<${element.tagName.toLowerCase()}${element.className && element.className.baseVal === undefined
      ? "." + element.className : ""}> ${text.slice(0, 40)}`;
  };
  const texts = (root) => {
    const found = [];
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const text = node.textContent.replace(/\s+/g, " ").trim();
      if (text && !node.parentElement.closest("script, style, noscript, title, desc")) found.push({ node, text });
    }
    return found;
  };

  const visibleTexts = () => texts(document.body).filter(({ node }) => !hidden(node.parentElement))
    .map(({ text }) => text);

  // What needs sideways scrolling on a narrow screen (WCAG 1.4.10); tables and pictures may, in their own frame.
  const overflow = () => {
    const width = document.documentElement.clientWidth;
    const wide = [];
    if (document.scrollingElement.scrollWidth > width) wide.push(`de pagina is ${document.scrollingElement.scrollWidth} px breed`);
    for (const { node } of texts(document.body)) {
      const element = node.parentElement;
      if (hidden(element) || clipped(element) || element.closest("svg")) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      const box = range.getBoundingClientRect();
      const frame = scrolls(element);
      if (frame && frame.matches(".table-frame, .year-frame, [data-scrolls]")) continue;
      if (box.width && (box.right > width + 1 || (box.left < -1 && box.right > 0))) wide.push(name(element));
    }
    return wide;
  };

  // On paper: no navigation and nothing to press, and everything else whole.
  const printed = () => {
    const faults = [];
    for (const element of document.querySelectorAll("nav, header, footer, button, input, .nl-skip-link, .actions")) {
      if (!hidden(element)) faults.push(`op papier: ${name(element)}`);
    }
    const width = document.documentElement.clientWidth;
    for (const { node, text } of texts(document.querySelector("main"))) {
      const element = node.parentElement;
      if (element.closest("form, nav, button, .actions, a.button")) continue;
      if (hidden(element)) faults.push(`niet op papier: ${text.slice(0, 60)}`);
      else if (scrolls(element)) faults.push(`afgesneden op papier: ${text.slice(0, 60)}`);
      else if (!clipped(element) && !element.closest("svg")) {
        const range = document.createRange();
        range.selectNodeContents(node);
        if (range.getBoundingClientRect().right > width + 1) faults.push(`te breed voor papier: ${text.slice(0, 60)}`);
      }
    }
    const ground = getComputedStyle(document.body).backgroundColor;
    if (ground !== "rgb(255, 255, 255)") faults.push(`papier is niet wit: ${ground}`);
    return faults;
  };

  const reachable = () => [...document.querySelectorAll(
    "a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex]")]
    .filter((e) => e.tabIndex >= 0 && !e.disabled && !hidden(e) && isStop(e));
  // Of a group of radio buttons the keyboard stops at one.
  const isStop = (e) => e.type !== "radio" || e.checked
    || ![...document.getElementsByName(e.name)].some((other) => other.checked)
      && document.getElementsByName(e.name)[0] === e;

  // What has the keyboard's focus, and whether one can see that.
  let stops = [];
  const beginTabbing = () => {
    // From the start of the document, also after a refused form took the focus.
    document.activeElement.blur();
    getSelection().removeAllRanges();
    scrollTo(0, 0);
    document.body.tabIndex = -1;
    document.body.focus();
    document.body.removeAttribute("tabindex");
    stops = reachable();
    return stops.length;
  };
  // As if somebody had come to a stop far down a long page.
  const jumpTo = (index) => stops[index].focus();
  const focused = () => {
    const element = document.activeElement;
    if (!element || element === document.body) return null;
    const style = getComputedStyle(element);
    const box = element.getBoundingClientRect();
    const faults = [];
    if (style.outlineStyle === "none" || parseFloat(style.outlineWidth) < 2) faults.push("focus is niet te zien");
    if (box.width === 0 || box.height === 0 || box.bottom < 0 || box.top > innerHeight || box.right < 0 || box.left > innerWidth) {
      faults.push("focus staat buiten beeld");
    } else if (!element.closest("svg")) {
      const x = Math.min(Math.max(box.left + Math.min(box.width, 8) / 2, 0), innerWidth - 1);
      const y = Math.min(Math.max(box.top + box.height / 2, 0), innerHeight - 1);
      const hit = document.elementFromPoint(x, y);
      if (hit && !element.contains(hit) && !hit.contains(element)) faults.push(`focus is bedekt door ${name(hit)}`);
    }
    return { index: stops.indexOf(element), name: name(element), faults };
  };

  return { visibleTexts, overflow, printed, beginTabbing, jumpTo, focused };
})()
