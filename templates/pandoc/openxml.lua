-- The quick writer of Word's XML: writes what pandoc would of the blocks that our documents have, as raw blocks. Pandoc
-- still makes the file (docx.lua), with its styles and its numbering, and writes what is given up on here. A test holds the
-- two against each other over every document.
--
-- `wizard/render/word.py` puts into the file what stands beside the text there: the addresses of links, which stand here
-- where their numbers must, and the figures, of which only the place is marked.

local inlines = BLOCKS.inlines

local ESCAPES = { ["<"] = "&lt;", [">"] = "&gt;", ["&"] = "&amp;", ['"'] = "&quot;", ["'"] = "&#39;" }

local give_up, tried = BLOCKS.trying.give_up, BLOCKS.trying.tried

-- Signs of control, soft and firm hyphens and the scripts of East Asia are written in ways of their own.
local OTHERS = "[\0-\8\11-\31\127\227-\239]"

local function value(text) return (text:gsub("[<>&\"']", ESCAPES)) end

local function read(text)
  if text:find(OTHERS) or text:find("\u{ad}", 1, true) or text:find("\u{2011}", 1, true) then give_up() end
  return value(text)
end

-- Styles --------------------------------------------------------------------------------------------------------------

-- The names that the file has for the styles: by kind and by what people call them. A Danish Word has its own.
local function styles_in(path)
  local file = assert(io.open(path, "rb"))
  local archive = pandoc.zip.Archive(file:read("a"))
  file:close()
  local found = { paragraph = {}, character = {}, table = {} }
  for _, entry in ipairs(archive.entries) do
    if entry.path == "word/styles.xml" then
      for head, inside in entry:contents():gmatch("<w:style (.-)>(.-)</w:style>") do
        local kind, id = head:match('w:type="(%a+)"'), head:match('w:styleId="([^"]+)"')
        local name = inside:match('<w:name w:val="([^"]+)"')
        if found[kind] and id and name then found[kind][name:lower()] = id end
      end
    end
  end
  return found
end

local known, styles = {}, nil

local function style(kind, name) return styles[kind][name:lower()] or give_up() end

-- Runs ----------------------------------------------------------------------------------------------------------------

-- What is counted while a document is written: its lists, which pandoc must be told of, and its bookmarks.
local lists, bookmarks, first

local function bookmark(name)
  if utf8.len(name) <= 40 and (name:find("^%a") or name:find("^[\195-\201]")) and not name:find("^\195[\151\183]") then return name end
  return "X" .. pandoc.utils.sha1(name):sub(2)
end

local put

local function run(text, properties, out)
  if text == "" then return end
  local set = properties ~= "" and "<w:rPr>" .. properties .. "</w:rPr>" or ""
  out[#out + 1] = "<w:r>" .. set .. '<w:t xml:space="preserve">' .. text .. "</w:t></w:r>"
end

local INSIDE = {
  Strong = function(piece, properties, out) put(piece.inside, properties .. "<w:b /><w:bCs />", out) end,
  Emph = function(piece, properties, out) put(piece.inside, properties .. "<w:i /><w:iCs />", out) end,
  Span = function(piece, properties, out)
    local attr = piece.attr
    local pair = attr.pairs[1]
    if attr.id or #attr.classes > 0 or #attr.pairs ~= 1 or pair[1] ~= "lang" then give_up() end
    put(piece.inside, properties .. '<w:lang w:val="' .. read(pair[2]) .. '" />', out)
  end,
  Image = function(piece, _, out)
    local alt = value(inlines.plain(piece.inside))
    out[#out + 1] = '<w:r><w:drawing descr="' .. alt .. '" name="' .. value(piece.image) .. '" /></w:r>'
  end,
  Link = function(piece, properties, out)
    if piece.title and piece.title ~= "" or properties ~= "" then give_up() end
    local anchor = piece.target:match("^#(.+)$")
    local place = anchor and 'w:anchor="' .. read(bookmark(anchor)) or 'r:id="link:' .. read(piece.target)
    out[#out + 1] = "<w:hyperlink " .. place .. '">'
    put(piece.inside, '<w:rStyle w:val="' .. style("character", "Hyperlink") .. '" />', out)
    out[#out + 1] = "</w:hyperlink>"
  end,
}

function put(pieces, properties, out)
  for _, piece in ipairs(pieces) do
    if type(piece) == "string" then
      run(read(piece), properties, out)
    elseif piece.line then
      out[#out + 1] = "<w:r><w:br /></w:r>"
    elseif piece.raw then
      if piece.format ~= "openxml" then give_up() end
      out[#out + 1] = piece.raw
    else
      (INSIDE[piece.tag] or give_up)(piece, properties, out)
    end
  end
end

-- Blocks --------------------------------------------------------------------------------------------------------------

local WRITERS

-- place: the style that a division asks for, and the number and the level of a list.
local function all(blocks, place, out)
  for _, block in ipairs(blocks) do WRITERS[block.tag](block, place, out) end
end

local function paragraph(pieces, name, place, out)
  local numbered = place.number
    and string.format('<w:numPr><w:ilvl w:val="%d" /><w:numId w:val="%d" /></w:numPr>', place.level, place.number) or ""
  local named = name and '<w:pStyle w:val="' .. style("paragraph", name) .. '" />' or ""
  out[#out + 1] = "<w:p><w:pPr>" .. named .. numbered .. "</w:pPr>"
  put(pieces, "", out)
  out[#out + 1] = "</w:p>"
end

-- Pandoc's numbers of lists: the first one's, and that of what stands in a point below its first paragraph.
local FIRST, BELOW = 1001, 1000

local function list(one, place, out)
  lists[#lists + 1] = one
  local number = FIRST + #lists - 1
  local level = (place.level or -1) + 1
  for _, item in ipairs(one.items) do
    for index, block in ipairs(item) do
      WRITERS[block.tag](block, { style = place.style, level = level, number = index == 1 and number or BELOW, compact = true }, out)
    end
  end
  first = true
end

local function row(cells, head, out)
  out[#out + 1] = head and '<w:tr><w:trPr><w:tblHeader w:val="on" /></w:trPr>' or "<w:tr>"
  for _, cell in ipairs(cells) do
    out[#out + 1] = "<w:tc><w:tcPr />"
    if #cell == 0 then
      paragraph({}, "Compact", {}, out)
    else
      all(cell, { compact = true }, out)
    end
    out[#out + 1] = "</w:tc>"
  end
  out[#out + 1] = "</w:tr>"
end

-- What pandoc takes a line to be wide, in twentieths of a point.
local LINE = 7920

local LOOK = '<w:tblLook w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="0" w:noVBand="0" w:val="0020" />'

local function tabled(tab, place, out)
  if not tab.caption or not tab.widths or place.number or place.compact then give_up() end
  paragraph(tab.caption, "Table Caption", {}, out)
  out[#out + 1] = '<w:tbl><w:tblPr><w:tblStyle w:val="' .. style("table", "Table") .. '" /><w:tblW w:type="pct" w:w="5000" />'
    .. '<w:tblLayout w:type="fixed" />' .. LOOK .. '<w:tblCaption w:val="' .. read(inlines.plain(tab.caption)) .. '" /></w:tblPr><w:tblGrid>'
  for _, width in ipairs(tab.widths) do out[#out + 1] = string.format('<w:gridCol w:w="%d" />', math.floor(LINE * width)) end
  out[#out + 1] = "</w:tblGrid>"
  row(tab.heads, true, out)
  for _, cells in ipairs(tab.rows) do row(cells, false, out) end
  out[#out + 1] = "</w:tbl>"
  first = false
end

WRITERS = {
  Para = function(one, place, out)
    local name = place.style or not place.number and (first and "First Paragraph" or "Body Text")
    first = false
    paragraph(one.text, name, place, out)
  end,
  Plain = function(one, place, out)
    paragraph(one.text, place.style or place.compact and "Compact" or give_up(), place, out)
  end,
  Header = function(one, place, out)
    if #one.attr.pairs > 0 or place.number or place.style or place.compact then give_up() end
    bookmarks = bookmarks + 1
    out[#out + 1] = string.format('<w:bookmarkStart w:id="%d" w:name="%s" />', bookmarks, read(bookmark(one.attr.id)))
    paragraph(one.text, "Heading " .. one.level, {}, out)
    out[#out + 1] = string.format('<w:bookmarkEnd w:id="%d" />', bookmarks)
    first = true
  end,
  Div = function(one, place, out)
    local pair = one.attr.pairs[1]
    if one.attr.id or #one.attr.pairs > 1 or pair and pair[1] ~= "custom-style" then give_up() end
    all(one.blocks, setmetatable({ style = pair and pair[2] }, { __index = place }), out)
  end,
  List = list,
  Table = tabled,
  Raw = function(one, _, out)
    if one.format ~= "openxml" then give_up() end
    out[#out + 1] = one.text
  end,
  Other = give_up,
}

-- The bookmarks of what pandoc writes have smaller numbers.
local AMONG_OURS = 100000

local function written(block, out)
  local counts = { lists = #lists, bookmarks = bookmarks, first = first, out = #out }
  if tried(WRITERS[block.tag], block, {}, out) then return true end
  for index = counts.lists + 1, #lists do lists[index] = nil end
  for index = counts.out + 1, #out do out[index] = nil end
  bookmarks, first = counts.bookmarks, counts.first
  return false
end

-- A block that pandoc writes: a paragraph is told its style, since pandoc does not know what stands before it.
local function left(block)
  local name = first and "First Paragraph" or "Body Text"
  first = block.tag == "Header" or block.tag == "List"
  if block.tag ~= "Para" then return block end
  return { tag = "Div", attr = { classes = {}, pairs = { { "custom-style", name } } }, blocks = { block } }
end

-- Divisions without a style mean nothing in Word.
local function flat(blocks, out)
  for _, block in ipairs(blocks) do
    local mere = block.tag == "Div" and not block.attr.id and #block.attr.pairs == 0
    if mere then flat(block.blocks, out) else out[#out + 1] = block end
  end
  return out
end

-- Gives a document as raw blocks and those that are left to pandoc, the lists of the raw ones, and whether any is left.
local function parts(blocks, reference)
  known[reference] = known[reference] or styles_in(reference)
  styles, lists, bookmarks, first = known[reference], {}, AMONG_OURS, false
  local made, out, some_left = {}, {}, false
  local function close()
    if #out > 0 then made[#made + 1] = { tag = "Raw", format = "openxml", text = table.concat(out) } end
    out = {}
  end
  for _, block in ipairs(flat(blocks, {})) do
    if not written(block, out) then
      close()
      made[#made + 1], some_left = left(block), true
    end
  end
  close()
  return made, lists, some_left
end

return { parts = parts }
