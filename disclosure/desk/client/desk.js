/* The desk's half in the browser: on a notice's page it lets texts be changed where they are read,
   on the desk's own pages it does what stands on them. It needs no framework and no build. */
(() => {
  "use strict";
  const own = location.pathname.startsWith("/-desk/");
  const notice = /\/notices\/([a-z0-9-]+)\/(?:big\/)?$/.exec(location.pathname);
  /* A page that was built anew is loaded anew, by the preview. Not while the desk is about to
     begin: whoever has begun to write by then would lose it. */
  const BUILT = "disclosure-preview-built";
  let held = false;
  const hold = (event) => {
    event.preventDefault();
    held = true;
  };
  const begun = () => {
    document.removeEventListener(BUILT, hold);
    if (held && document.dispatchEvent(new CustomEvent(BUILT, { cancelable: true }))) location.reload();
  };
  const start = () => {
    if (own) import("./client/pages.js").then(({ begin }) => begin());
    else if (notice) import("./client/notice.js").then(({ begin }) => begin(notice[1])).then(begun, begun);
  };
  if (notice && !own) document.addEventListener(BUILT, hold);
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
  else start();
})();
