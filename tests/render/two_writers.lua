-- Writes each file by the quick writers and by pandoc's own, and says what came of it, a line a file and a format: "same",
-- "left" where some was left to pandoc, or "differ" with the places.
HERE, DIALECT = arg[1], arg[2]
local function part(name) return dofile(pandoc.path.join({ HERE, name })) end
BLOCKS = part("blocks.lua")
local filter, html, openxml = part("filter.lua"), part("html.lua"), part("openxml.lua")
local docx = part("docx.lua")
local reference = pandoc.path.join({ pandoc.path.directory(HERE), "reference.docx" })

local function pandoc_of(blocks) return pandoc.read(BLOCKS.document(blocks, {}, "whole"), "json") end

local function filtered(text, format)
  local wish = { format = format, word = "Tabel", pictures = { ["figure:path"] = true }, foreign = "multi-agency", lang = "en-GB" }
  return (filter.filtered(BLOCKS.read(text), wish))
end

local function in_html(text)
  local ours, theirs, left = {}, {}, false
  for _, block in ipairs(filtered(text, "html")) do
    local found = html.written(block)
    local wanted = pandoc.write(pandoc_of({ block }), "html5", { wrap_text = "none" })
    table.insert(ours, found or wanted)
    table.insert(theirs, wanted)
    left = left or not found
  end
  return table.concat(ours, "\n"), table.concat(theirs, "\n"), left
end

-- What both mean: places of bookmarks and numbers of links are each one's own, pandoc parts tables by an empty line, and
-- of a figure it has no file, so that it writes what is read aloud.
local function body_of(doc)
  local written = pandoc.write(doc, "docx", { reference_doc = reference, wrap_text = "none" })
  for _, entry in ipairs(pandoc.zip.Archive(written).entries) do
    if entry.path == "word/document.xml" then
      local body = entry:contents():match("<w:body>%s*(.*)</w:body>")
      body = body:gsub("<w:bookmark[^>]*>", ""):gsub(">%s+<", "><"):gsub('r:id="[^"]*"', "r:id"):gsub(' id="%d+"', "")
      body = body:gsub('<w:drawing descr="(.-)" name="figure:path" />', '<w:t xml:space="preserve">%1</w:t>')
      return (body:gsub("^%s+", ""):gsub("</w:tbl><w:p ?/><w:p>", "</w:tbl><w:p>"))
    end
  end
end

local function in_word(text)
  local blocks = filtered(text, "docx")
  local parts, lists, left = openxml.parts(blocks, reference)
  return body_of(pandoc_of(docx.whole(parts, lists))), body_of(pandoc_of(blocks)), left
end

for index = 3, #arg do
  local text = io.open(arg[index], "rb"):read("a")
  for format, write in pairs({ html = in_html, docx = in_word }) do
    local ours, theirs, left = write(text)
    print(ours ~= theirs and "differ" or left and "left" or "same", format, arg[index])
    local at = 1
    while ours ~= theirs and ours:byte(at) == theirs:byte(at) do at = at + 1 end
    if ours ~= theirs then print(ours:sub(math.max(1, at - 300), at + 300), "\n", theirs:sub(math.max(1, at - 300), at + 300)) end
  end
end
