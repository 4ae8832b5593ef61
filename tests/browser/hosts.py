"""Pages of others, into which an article is pasted; the kinds of rules that they bring."""

# Everything to nothing, then every element in the site's own looks.
RESET = """<style>
* { margin: 0; padding: 0; border: 0; font: inherit; vertical-align: baseline; }
body { font: 12px/1 Tahoma, sans-serif; color: #999; text-align: center; }
table { border-collapse: separate; border-spacing: 4px; }
h2, h3, h4 { padding: 9px; border-left: 9px solid navy; background: #c00; color: #fff; font-size: 12px; text-align: center; }
p { line-height: 1; text-indent: 0; }
a { color: inherit; text-decoration: none; }
</style><div style="max-width: 900px; margin: 0 auto; padding: 15px">{}</div>"""
# A framework of components: large headings, tables without lines, boxes sized by their border.
FRAMEWORK = """<style>
*, *::before, *::after { box-sizing: border-box; }
body { margin: 0; font-family: system-ui, sans-serif; line-height: 1.5; color: #212529; }
p { margin: 0 0 1rem; }
h2, h3, h4 { margin: 0 0 .5rem; font-weight: 500; line-height: 1.2; }
h2 { font-size: 2rem; } h3 { font-size: 1.75rem; } h4 { font-size: 1.5rem; }
th { text-align: inherit; }
td, th { padding: 0; border: 0 solid; }
.article p { text-align: center; } .article th { font-weight: 400; } .article table { width: auto; }
strong { font-weight: bolder; }
</style><main class="article" style="max-width: 960px; margin: 0 auto; padding: 0 12px">{}</main>"""
# An old CMS: the article stands in a cell, and the rules for cells reach into it.
TABLES = """<style>
td { padding: 1px; border: 1px dotted green; color: #666; font-size: 12px; line-height: 20px; text-align: center; }
td p { margin: 0; font-size: 12px; text-indent: 0; } td h2 { color: blue; font-size: 14px; }
#zoom table { width: 50%; margin: 0 auto; border: 0; } #zoom td { border: 0; white-space: nowrap; }
.editor p { font-size: 12pt; line-height: 2; }
</style><table width="100%" border="0"><tr><td width="15"></td><td id="zoom"><div class="editor">{}</div></td></tr></table>"""
HOSTS = {"reset": RESET, "framework": FRAMEWORK, "tables": TABLES}
NEUTRAL = "<div>{}</div>"


def page_with(host: str, fragment: str) -> str:
    """Return a page of others with a fragment in the place of its article."""
    head = '<!DOCTYPE html><html lang="zh-CN"><meta charset="utf-8">'
    viewport = '<meta name="viewport" content="width=device-width">'
    return f"{head}{viewport}<title>t</title>{host.replace('{}', fragment)}"
