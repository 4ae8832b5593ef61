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

  const run = async (from) => {
    const words = plain(field.value).split(/\s+/).filter(Boolean);
    const turn = (asked += 1);
    if (!from) list.replaceChildren();
    more.hidden = true;
    if (!words.length) {
      told.textContent = "";
      return;
    }
    told.textContent = "text:search.searching";
    const found = [];
    let next = from;
    try {
      if (!from && units) {
        for (const [name, key] of await load(units)) {
          if (holds(plain(name), words)) {
            found.push(element("li", "text:search.unit", link(`${home}unit/${key}/`, name, words)));
          }
        }
      }
      while (next < places.length && found.length < ENOUGH) {
        for (const each of await load(places[next])) {
          const item = notice(each, words);
          if (item) found.push(item);
        }
        next += 1;
        if (turn !== asked) return;
      }
    } catch {
      if (turn === asked) told.textContent = "text:search.failed";
      return;
    }
    if (turn !== asked) return;
    const first = found[0];
    list.append(...found);
    const count = list.childElementCount;
    const rest = next < places.length;
    more.hidden = !rest;
    more.dataset.next = next;
    if (!count && !rest) told.textContent = "text:search.nothing";
    else told.textContent = rest ? text("search.found_some", { count: count }) : text("search.found", { count: count });
    if (from && first) first.querySelector("a").focus();
  };

  let waiting = 0;
  const soon = () => {
    clearTimeout(waiting);
    waiting = setTimeout(run, 150, 0);
  };
  // Half a word of an input method is nothing to look for.
  field.addEventListener("input", (event) => { if (!event.isComposing) soon(); });
  field.addEventListener("compositionend", soon);
  more.addEventListener("click", () => run(Number(more.dataset.next)));
})();
