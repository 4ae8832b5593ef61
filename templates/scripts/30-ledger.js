// Sorting and filtering of the ledger.
(() => {
  "use strict";
  const table = document.querySelector("[data-ledger]");
  if (!table || table.tBodies[0].rows.length < 2) return;
  const body = table.tBodies[0];
  const rows = [...body.rows];
  const collator = new Intl.Collator("zh-CN", { numeric: true });

  const box = document.createElement("p");
  box.className = "dn-filter";
  const label = document.createElement("label");
  label.textContent = "text:ledger.filter";
  const input = document.createElement("input");
  input.type = "search";
  input.autocomplete = "off";
  label.append(input);
  const count = document.createElement("span");
  count.setAttribute("role", "status");
  box.append(label, count);
  table.parentElement.before(box);
  input.addEventListener("input", () => {
    const wanted = input.value.trim();
    let shown = 0;
    for (const row of rows) {
      row.hidden = !row.textContent.includes(wanted);
      if (!row.hidden) shown += 1;
    }
    count.textContent = wanted ? text("ledger.shown", { count: shown }) : "";
  });

  [...table.tHead.rows[0].cells].forEach((head, column) => {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "dn-sort";
    button.textContent = head.textContent;
    head.replaceChildren(button);
    button.addEventListener("click", () => {
      const up = head.getAttribute("aria-sort") !== "ascending";
      for (const other of table.tHead.rows[0].cells) other.removeAttribute("aria-sort");
      head.setAttribute("aria-sort", up ? "ascending" : "descending");
      const value = (row) => row.cells[column].textContent.trim();
      const sorted = [...rows].sort((a, b) => collator.compare(value(a), value(b)));
      body.append(...(up ? sorted : sorted.reverse()));
    });
  });
})();
