/* The preview's half in the page: reloads it, lays errors over it, lists findings.
   Everything shown is set as text, never as HTML: the content is not to be trusted. */
(() => {
  "use strict";
  const script = new URL(document.currentScript.src);
  const base = new URL("/-preview/", script);
  const seen = Number(script.searchParams.get("seen"));
  const blocks = "p, li, h1, h2, h3, h4, h5, h6, td, th, dd, dt, caption, figcaption, title";
  const folded = "dn-preview-folded";
  let shadow = null;

  const make = (tag, name, text) => {
    const element = document.createElement(tag);
    if (name) element.className = name;
    if (text) element.textContent = text;
    return element;
  };

  /* The longest piece of the source line that the page prints as it stands. */
  const printed = (finding) => {
    const value = finding.excerpt.replace(/^\s*(?:- +)*(?:[\w-]+: *)?["'|>]?/, "");
    const pieces = value.split(/[{}*[\]()"'\\#]/).map((piece) => piece.trim());
    return pieces.sort((a, b) => b.length - a.length)[0].slice(0, 40);
  };

  const place = (finding) => {
    const wanted = printed(finding);
    const token = finding.excerpt.slice(finding.column, finding.column + finding.span);
    const within = wanted
      ? [...document.querySelectorAll(blocks)].filter((block) => block.textContent.includes(wanted))
      : [];
    within.sort((a, b) => a.textContent.length - b.textContent.length);
    return within.find((block) => block.textContent.includes(token)) || within[0] || null;
  };

  const jump = (finding) => {
    const block = place(finding);
    if (!block) return;
    for (let parent = block; parent; parent = parent.parentElement)
      if (parent.tagName === "DETAILS") parent.open = true;
    block.scrollIntoView({ block: "center" });
    block.style.outline = "3px solid #b35c00";
    block.style.outlineOffset = "4px";
    block.tabIndex = -1;
    block.focus({ preventScroll: true });
  };

  const source = (finding) => {
    const box = make("pre", "source");
    const start = finding.excerpt.slice(0, finding.column);
    const marked = finding.excerpt.slice(finding.column, finding.column + finding.span);
    box.append(start, make("mark", "", marked), finding.excerpt.slice(start.length + marked.length));
    const caret = make("span", "caret");
    caret.setAttribute("aria-hidden", "true");
    const before = make("span", "before", start);
    caret.append("\n", before, make("span", "", "^".repeat(Math.max(1, marked.length))));
    box.append(caret);
    return box;
  };

  const item = (finding, title) => {
    const entry = make("li", finding.is_error ? "error" : "finding");
    const head = make("p", "head");
    head.append(make("strong", "", finding.level), " ", finding.message, " ");
    head.append(make("code", "", `[${finding.code}]`));
    entry.append(head, make("p", "place", finding.place));
    if (finding.excerpt) entry.append(source(finding));
    if (title) entry.append(title);
    return entry;
  };

  const overlay = (state) => {
    const box = make("section", "overlay");
    box.setAttribute("role", "alert");
    const head = make("h2", "", state.failed);
    const list = make("ol");
    list.append(...state.errors.map((error) => item(error)));
    box.append(head, make("p", "hint", state.words.hint), list);
    return box;
  };

  const panel = (state) => {
    const box = make("details", "panel");
    box.open = sessionStorage.getItem(folded) === "no";
    box.addEventListener("toggle", () => sessionStorage.setItem(folded, box.open ? "no" : "yes"));
    const count = state.findings.length;
    box.append(make("summary", count ? "some" : "", `${state.words.findings} ${count}`));
    const list = make("ol");
    list.append(
      ...state.findings.map((finding, number) => {
        if (!finding.page) return item(finding);
        const link = make("a", "jump", state.words.jump);
        link.href = `${finding.page}#finding-${number}`;
        link.addEventListener("click", (event) => {
          if (!location.pathname.endsWith(finding.page)) return;
          event.preventDefault();
          jump(finding);
        });
        return item(finding, link);
      }),
    );
    box.append(count ? list : make("p", "none", state.words.none));
    return box;
  };

  const draw = (state) => {
    if (!shadow) {
      const host = make("div");
      host.id = "dn-preview";
      shadow = host.attachShadow({ mode: "open" });
      document.documentElement.append(host);
    }
    const style = make("link");
    style.rel = "stylesheet";
    style.href = new URL("client.css", base).href;
    shadow.replaceChildren(style, state.failed ? overlay(state) : panel(state));
  };

  const ask = async () => {
    const state = await (await fetch(new URL("state.json", base))).json();
    if (state.version !== seen) return location.reload();
    draw(state);
    const wanted = /^#finding-(\d+)$/.exec(location.hash);
    if (wanted && state.findings[wanted[1]]) jump(state.findings[wanted[1]]);
  };

  const ready = new Promise((resolve) => {
    if (document.readyState !== "loading") resolve();
    else document.addEventListener("DOMContentLoaded", resolve);
  });
  ready.then(ask);
  // A build may have ended between loading the page and listening for the next one.
  document.addEventListener("LiveReloadConnect", async () => {
    await ready;
    await ask();
    shadow.host.dataset.listening = "yes";
  });
})();
