/* The desk's half in the browser: on a notice's page it lets texts be changed where they are read,
   on the desk's own pages it does what stands on them. It needs no framework and no build. */
(() => {
  "use strict";
  const own = location.pathname.startsWith("/-desk/");
  const notice = /\/notices\/([a-z0-9-]+)\/(?:big\/)?$/.exec(location.pathname);
  const start = () => {
    if (own) import("./client/pages.js").then(({ begin }) => begin());
    else if (notice) import("./client/notice.js").then(({ begin }) => begin(notice[1]));
  };
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
  else start();
})();
