/* The preview's half in the page: reloads it, lays errors over it, lists findings.
   Everything shown is set as text, never as HTML: the content is not to be trusted. */
(() => {
  "use strict";
  const script = new URL(document.currentScript.src);
  const base = new URL("/-preview/", script);
  let seen = Number(script.searchParams.get("seen"));
  const blocks = "p, li, h1, h2, h3, h4, h5, h6, td, th, dd, dt, caption, figcaption, title";
  const folded = "dn-preview-folded";
  let shadow = null;
  let followed = "";

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
    const entry = make("li", finding.is_error ? "error" : finding.is_hint ? "remark" : "finding");
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

  const linked = (finding, state) => {
    if (!finding.page) return item(finding);
    const link = make("a", "jump", state.words.jump);
    link.href = `${finding.page}#finding-${finding.number}`;
    link.addEventListener("click", (event) => {
      if (!location.pathname.endsWith(finding.page)) return;
      event.preventDefault();
      jump(finding);
    });
    return item(finding, link);
  };

  /* Many findings of one kind stand as one, the others behind a count. */
  const kinds = (state) => {
    const groups = new Map();
    for (const finding of state.findings) {
      const kind = `${finding.page} ${finding.code}`;
      if (!groups.has(kind)) groups.set(kind, []);
      groups.get(kind).push(finding);
    }
    const weight = ([first]) => (first.is_error ? 0 : first.is_hint ? 2 : 1);
    const sorted = [...groups.values()].sort((a, b) => weight(a) - weight(b));
    return sorted.map(([first, ...rest]) => {
      const entry = linked(first, state);
      if (!rest.length) return entry;
      const more = make("details", "alike");
      more.append(make("summary", "", `${state.words.alike} ${rest.length}`));
      more.addEventListener("toggle", () => {
        if (more.children.length > 1) return;
        const list = make("ol");
        list.append(...rest.map((finding) => linked(finding, state)));
        more.append(list);
      });
      entry.append(more);
      return entry;
    });
  };

  const elsewhere = (state) => {
    const box = make("details", "others");
    const count = state.others.reduce((sum, other) => sum + other.count, 0);
    box.append(make("summary", "", `${state.words.others} ${count}`));
    const list = make("ul");
    for (const other of state.others) {
      const entry = make("li", other.is_error ? "error" : "finding");
      const link = make("a", "jump", other.page);
      link.href = other.page;
      entry.append(link, ` ${other.count}`);
      list.append(entry);
    }
    box.append(list);
    return box;
  };

  const panel = (state) => {
    const box = make("details", "panel");
    box.open = sessionStorage.getItem(folded) === "no";
    box.addEventListener("toggle", (event) => {
      if (event.target === box) sessionStorage.setItem(folded, box.open ? "no" : "yes");
    });
    const count = state.findings.length;
    const worst = state.findings.some((finding) => finding.is_error) ? "worst" : "some";
    const levels = new Map();
    for (const finding of [...state.findings].sort((a, b) => b.is_error - a.is_error || a.is_hint - b.is_hint))
      levels.set(finding.level, (levels.get(finding.level) || 0) + 1);
    const parts = [...levels].map(([level, number]) => ` · ${level} ${number}`).join("");
    box.append(make("summary", count ? worst : "", `${state.words.findings} ${count}${parts}`));
    const inside = make("div", "inside");
    if (count) {
      const list = make("ol");
      list.append(...kinds(state));
      inside.append(list);
    } else inside.append(make("p", "none", state.words.none));
    if (state.others.length) inside.append(elsewhere(state));
    box.append(inside);
    return box;
  };

  const stateOf = (page) => {
    const address = new URL("state.json", base);
    address.searchParams.set("page", page);
    return address;
  };

  let drawn = "";
  const draw = (state) => {
    // What is as it was stays as the reader left it, opened and scrolled.
    const now = JSON.stringify(state);
    if (now === drawn) return;
    drawn = now;
    if (!shadow) {
      const host = make("div");
      host.id = "dn-preview";
      shadow = host.attachShadow({ mode: "open" });
      document.documentElement.append(host);
    }
    const style = make("link");
    style.rel = "stylesheet";
    style.href = new URL("client.css", base).href;
    // What stands beside the preview may say itself what was found, and then hides some of it.
    const here = ({ page }) => !page || location.pathname.includes(page);
    const about = state.errors.length && !state.errors.some(here) ? "others" : "this";
    shadow.host.dataset.shows = state.failed ? `overlay ${about}` : "panel";
    shadow.replaceChildren(style, state.failed ? overlay(state) : panel(state));
  };

  /* Whether another script brings the page up to date, as the desk's does where texts are open. */
  const takenOver = () =>
    !document.dispatchEvent(new CustomEvent("disclosure-preview-built", { cancelable: true }));

  /* Who has set out for another page is not called back by this one; a download is no leaving. */
  const AWAY = 3000; // milliseconds
  let left = -AWAY;
  addEventListener("beforeunload", () => (left = performance.now()));
  const away = () => performance.now() - left < AWAY;

  const ask = async () => {
    const state = await (await fetch(stateOf(location.pathname))).json();
    if (state.version !== seen) {
      if (away()) return setTimeout(ask, AWAY);
      if (!takenOver()) return location.reload();
      seen = state.version;
    }
    draw(state);
    const wanted = /^#finding-(\d+)$/.exec(location.hash);
    if (!wanted || followed === location.hash) return;
    const finding = state.findings.find(
      (each) => each.number === Number(wanted[1]) && location.pathname.endsWith(each.page),
    );
    if (!finding) return;
    followed = location.hash;
    jump(finding);
  };

  /* livereload takes a message about this file as ours, and loads no page again for it. */
  window.LiveReloadPluginDisclosure = class {
    reload(path) {
      if (!away() && !path.endsWith("/-preview/state.json") && !document.querySelector("#dn-desk")) return false;
      ask();
      return true;
    }
  };
  Object.assign(window.LiveReloadPluginDisclosure, { identifier: "disclosure", version: "1.0" });

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
