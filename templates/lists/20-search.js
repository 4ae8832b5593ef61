// The search of the front page: titles, units and problems, newest first. Without it the lists
// lead to everything.
(() => {
  "use strict";
  const box = document.querySelector("[data-search]");
  if (!box || !("fetch" in window) || location.protocol === "file:") return;
  const field = box.querySelector("input");
  const told = box.querySelector("[role=status]");
  const list = box.querySelector("ol");
  const more = box.querySelector("button");
  const { home, units, search } = box.dataset;
  const places = search.split(" ");
  const [ENOUGH, OF_ONE] = [20, 3];
  const read = new Map();
  let asked = 0;
  let next = 0; // of the files
  let waiting = []; // found and not yet shown
  box.hidden = false;

  const load = (place) => {
    if (!read.has(place)) {
      const loading = fetch(place).then((answer) => {
        if (!answer.ok) throw new Error(answer.status);
        return answer.json();
      });
      loading.catch(() => read.delete(place));
      read.set(place, loading);
    }
    return read.get(place);
  };
  const plain = (said) => said.normalize("NFKC").toLowerCase();
  const element = (name, ...content) => {
    const made = document.createElement(name);
    made.append(...content);
    return made;
  };
  // What was looked for, marked where it is found as it was typed.
  const marked = (said, words) => {
    const low = said.toLowerCase();
    const parts = [];
    let at = 0;
    while (at < said.length) {
      const hits = words.map((word) => [low.indexOf(word, at), word]).filter(([start]) => start >= 0);
      if (!hits.length || low.length !== said.length) break;
      const [start, word] = hits.reduce((first, hit) => (hit[0] < first[0] ? hit : first));
      parts.push(said.slice(at, start), element("mark", said.slice(start, start + word.length)));
      at = start + word.length;
    }
    return [...parts, said.slice(at)];
  };
  const link = (href, said, words) => {
    const made = element("a", ...marked(said, words));
    made.href = href;
    return made;
  };
  const holds = (said, words) => words.every((word) => said.includes(word));

  const notice = ([slug, day, title, of, problems], words) => {
    const about = plain(`${title}\n${of}`);
    const hits = problems ? problems.split("\n").filter((line) =>
      holds(`${about}\n${plain(line.slice(line.indexOf(" ") + 1))}`, words)) : [];
    const itself = holds(about, words);
    if (!itself && !hits.length) return null;
    const page = `notices/${encodeURIComponent(slug)}/`;
    const when = element("span", `${day}  ${of.replaceAll("\n", "text:mark.list")}`);
    when.className = "dn-found__day";
    const item = element("li", link(page, title, words), when);
    if (!itself) {
      const found = hits.slice(0, OF_ONE).map((line) => {
        const at = line.indexOf(" ");
        return element("li", link(`${page}#${encodeURIComponent(line.slice(0, at))}`, line.slice(at + 1), words));
      });
      item.append(element("ul", ...found));
    }
    return item;
  };

  const show = async (again) => {
    const words = plain(field.value).split(/\s+/).filter(Boolean);
    const turn = (asked += 1);
    if (!again) {
      list.replaceChildren();
      [next, waiting] = [0, []];
    }
    more.hidden = true;
    told.textContent = words.length ? "text:search.searching" : "";
    if (!words.length) return;
    try {
      if (!again && units) {
        for (const [name, key] of await load(units)) {
          if (turn !== asked) return;
          if (holds(plain(name), words)) {
            waiting.push(element("li", "text:search.unit", link(`${home}unit/${key}/`, name, words)));
          }
        }
      }
      while (next < places.length && waiting.length <= ENOUGH) {
        const rows = await load(places[next]);
        if (turn !== asked) return;
        next += 1;
        waiting.push(...rows.map((row) => notice(row, words)).filter(Boolean));
      }
    } catch {
      if (turn === asked) told.textContent = "text:search.failed";
      return;
    }
    const [first, ...others] = waiting.splice(0, ENOUGH);
    if (first) list.append(first, ...others);
    const count = list.childElementCount;
    more.hidden = !waiting.length && next === places.length;
    if (!count) told.textContent = "text:search.nothing";
    else if (more.hidden) told.textContent = text("search.found", { count: count });
    else told.textContent = text("search.found_some", { count: count });
    if (again && first) first.querySelector("a").focus();
  };

  let timer = 0;
  const soon = () => {
    clearTimeout(timer);
    timer = setTimeout(show, 150, false);
  };
  // Half a word of an input method is nothing to look for.
  field.addEventListener("input", (event) => { if (!event.isComposing) soon(); });
  field.addEventListener("compositionend", soon);
  more.addEventListener("click", () => show(true));
})();
