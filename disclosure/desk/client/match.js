/* Which text stands where on a page. Pure: it knows nothing of the page but its slots.

   A slot is a stretch of a block that may be one text: {block, from, to, text, region, fine}, in
   the order of the page; `block` counts the blocks, `from` and `to` the characters of the block,
   `fine` says that it is only a part of its line. Pages carry
   no marks for this. A text is matched only where there is no doubt: what is printed once among
   the texts and once on the page; then, between two such places, what is there as often as the
   texts have it. Everything else stays without a place, and cannot be clicked. */

const UNSEEN = /[\s\u00ad\u200b-\u200d\u2060\ufeff]+/g;

/** Return a text without what only lays it out. */
export const fold = (text) => text.replace(UNSEEN, "");

const HEAD = new Set(
  "title subtitle speaker issuer source published published_time unit document_number index_number as_of inspection head".split(" "),
);
/* Where on the page the text of a path stands. */
const regionOf = (path) => {
  if (path[0] === "contact") return path.includes("lines") ? "lines" : "contact";
  if (path[0] === "signature") return "signature";
  return HEAD.has(path[0]) ? "head" : "text";
};

/* What no page prints as it stands, or prints in many places at once: a form changes it. */
const APART = new Set("keywords summary labels declared".split(" "));
const isApart = (path) =>
  APART.has(path[0]) ||
  (path[0] === "metrics" && path[path.length - 1] !== "name") ||
  ["file", "alt", "url"].includes(path[path.length - 1]);

/* Numbers are printed with hyphens, however they were typed. */
const keyOf = ({ region, text }) => `${region} ${region === "contact" && /^[\d-]{5,}$/.test(text) ? text.replace(/-/g, "") : text}`;

const grouped = (list, wanted) => {
  const groups = new Map();
  list.forEach((each, index) => {
    if (wanted && !wanted(each)) return;
    const key = keyOf(each);
    if (!groups.has(key)) groups.set(key, []);
    groups.get(key).push(index);
  });
  return groups;
};

/* The longest run of pairs whose places rise with their texts; pairs come in order of the texts. */
const rising = (pairs) => {
  const tails = [];
  const before = new Array(pairs.length).fill(-1);
  pairs.forEach(([, place], index) => {
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (pairs[tails[middle]][1] < place) low = middle + 1;
      else high = middle;
    }
    before[index] = low ? tails[low - 1] : -1;
    tails[low] = index;
  });
  const found = [];
  for (let at = tails.length ? tails[tails.length - 1] : -1; at >= 0; at = before[at]) found.push(pairs[at]);
  return found.reverse();
};

class Matching {
  constructor(wanted, slots) {
    this.wanted = wanted;
    this.slots = slots;
    this.places = new Array(wanted.length).fill(-1);
    this.taken = new Map(); // by block: stretches that belong to a text
    this.wantedOf = grouped(wanted);
  }

  /* Whole lines come first: what stands alone is no part of another text. */
  all() {
    for (const wanted of [(slot) => !slot.fine, () => true]) {
      this.slotsOf = grouped(this.slots, wanted);
      this.once();
      while (this.between());
    }
  }

  free(place) {
    const { block, from, to } = this.slots[place];
    return !(this.taken.get(block) || []).some((other) => from < other.to && other.from < to);
  }

  take(index, place) {
    const { block, from, to } = this.slots[place];
    this.places[index] = place;
    this.taken.set(block, [...(this.taken.get(block) || []), { from, to }]);
  }

  /* What is there once, the longest first: a part of a text is not another text. */
  once() {
    const found = [];
    for (const [text, indexes] of this.wantedOf) {
      const places = this.slotsOf.get(text) || [];
      if (indexes.length !== 1 || this.places[indexes[0]] >= 0) continue;
      const free = places.filter((place) => this.free(place));
      if (free.length === 1) found.push([indexes[0], free[0], text.length]);
    }
    found.sort((a, b) => b[2] - a[2]);
    for (const [index, place] of found) if (this.free(place)) this.take(index, place);
  }

  /* What is there as often as the texts have it, between two places that are known. */
  between() {
    const known = this.places.map((place, index) => [index, place]).filter(([, place]) => place >= 0);
    const anchors = [[-1, -1], ...rising(known), [this.wanted.length, this.slots.length]];
    let some = false;
    for (let at = 1; at < anchors.length; at += 1) {
      const groups = new Map();
      for (let index = anchors[at - 1][0] + 1; index < anchors[at][0]; index += 1) {
        if (this.places[index] >= 0) continue;
        const key = keyOf(this.wanted[index]);
        if (!groups.has(key)) groups.set(key, []);
        groups.get(key).push(index);
      }
      for (const [text, indexes] of groups) {
        const inside = (place) => place > anchors[at - 1][1] && place < anchors[at][1] && this.free(place);
        const places = (this.slotsOf.get(text) || []).filter(inside);
        if (places.length !== indexes.length) continue;
        indexes.forEach((index, number) => this.take(index, places[number]));
        some = true;
      }
    }
    return some;
  }
}

/* A state is read among what is said of a problem, and printed right behind its heading. */
const asPrinted = (texts) => {
  const order = texts.map((text, index) => [text.path, index, index]);
  const titles = new Map();
  for (const [path, index] of order)
    if (path[path.length - 1] === "title") titles.set(JSON.stringify(path.slice(0, -1)), index);
  for (const each of order) {
    const title = titles.get(JSON.stringify(each[0].slice(0, -1)));
    if (each[0][each[0].length - 1] === "status" && title !== undefined) each[2] = title + 0.5;
  }
  return order.sort((a, b) => a[2] - b[2]).map(([, index]) => index);
};

/** Return for each text the slots that print it, none where there is any doubt.

    texts: {path, printed}, in the order of the notice; a text of several paragraphs has line ends.
    slots: in the order of the page, their texts folded. */
export const match = (texts, slots) => {
  const wanted = [];
  for (const owner of asPrinted(texts)) {
    const { path, printed } = texts[owner];
    if (isApart(path)) continue;
    for (const paragraph of printed.split("\n")) {
      const text = fold(paragraph);
      if (text) wanted.push({ owner, text, region: regionOf(path) });
    }
  }
  const matching = new Matching(wanted, slots);
  matching.all();
  const found = texts.map(() => []);
  wanted.forEach(({ owner }, index) => {
    if (matching.places[index] >= 0) found[owner].push(matching.places[index]);
  });
  return found;
};
