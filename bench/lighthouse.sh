#!/usr/bin/env bash
# Lighthouse over the built site, mobile and desktop: prints the four scores of each page.
#   python3 build.py && bench/lighthouse.sh
# Needs Chromium, Node and a network for npm; nothing is left in the checkout.
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
tools=${LIGHTHOUSE_HOME:-$(mktemp -d)}
cd "$tools"
[ -x node_modules/.bin/lighthouse ] ||
  PUPPETEER_SKIP_DOWNLOAD=1 npm install --no-save --ignore-scripts lighthouse@12.8.2 >/dev/null 2>&1
(cd "$root/site" && exec python3 -m http.server 8137 --bind 127.0.0.1 >/dev/null 2>&1) &
trap 'kill $!' EXIT
sleep 1
flags="--headless=new --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync --disable-dev-shm-usage"
for page in "" $(cd "$root/site" && find notices -name index.html | sort); do
  for preset in mobile desktop; do
    option=$([ $preset = desktop ] && echo --preset=desktop || echo --form-factor=mobile)
    CHROME_PATH=$(command -v chromium) node_modules/.bin/lighthouse \
      "http://127.0.0.1:8137/${page%index.html}" --quiet "$option" --locale=zh \
      --only-categories=performance,accessibility,best-practices,seo \
      --output=json --output-path=report.json --chrome-flags="$flags"
    node -e '
      const r = JSON.parse(require("fs").readFileSync("report.json"));
      const scores = Object.entries(r.categories).map(([k, c]) => `${k} ${Math.round(c.score * 100)}`);
      const weak = Object.values(r.audits).filter((a) => a.score !== null && a.score < 0.9 && a.scoreDisplayMode !== "informative");
      console.log(process.argv[1], scores.join("  "), weak.map((a) => a.id).join(" "));
    ' "/${page%index.html} $preset"
  done
done
