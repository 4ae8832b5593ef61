// Shows in the contents where the reader is.
(() => {
  "use strict";
  const contents = document.querySelector("[data-contents]");
  if (!contents || !("IntersectionObserver" in window)) return;
  const links = new Map();
  for (const link of contents.querySelectorAll("a[href^='#']")) {
    links.set(decodeURIComponent(link.hash.slice(1)), link);
  }
  const inView = new Set();
  const show = () => {
    let current = null;
    for (const [id, link] of links) {
      link.removeAttribute("aria-current");
      if (inView.has(id)) current = link;
    }
    if (!current) return;
    current.setAttribute("aria-current", "location");
    // Only the list scrolls, never the page.
    const place = current.getBoundingClientRect().top - contents.getBoundingClientRect().top;
    if (place < 0 || place > contents.clientHeight - 80) {
      contents.scrollTop += place - contents.clientHeight / 2;
    }
  };
  const observer = new IntersectionObserver((entries) => {
    for (const entry of entries) {
      if (entry.isIntersecting) inView.add(entry.target.id);
      else inView.delete(entry.target.id);
    }
    show();
  }, { rootMargin: "-10% 0px -75% 0px" });
  for (const id of links.keys()) {
    const section = document.getElementById(id);
    if (section) observer.observe(section);
  }
})();
