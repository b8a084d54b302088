-- The quick writer of HTML: writes what pandoc would of the blocks that our documents have, and gives up on all else,
-- which pandoc then writes. A test holds the two against each other over every document.

local ESCAPES = { ["<"] = "&lt;", [">"] = "&gt;", ["&"] = "&amp;", ['"'] = "&quot;", ["'"] = "&#39;" }

local give_up, tried = BLOCKS.trying.give_up, BLOCKS.trying.tried

-- Pandoc has ways of its own with signs of control, and with the two that a telephone shows as pictures.
local function plain(text)
  if text:find("[\0-\8\11-\31\127]") or text:find("↩", 1, true) or text:find("↔", 1, true) then give_up() end
  return text
end

local function read(text) return (plain(text):gsub("[<>&]", ESCAPES)) end

local function value(text) return (plain(text):gsub("[<>&\"']", ESCAPES)) end

-- The attributes that HTML knows; pandoc gives any other one another name.
local KNOWN = { role = true, tabindex = true, lang = true, scope = true, ["aria-label"] = true }

local function classes(attr)
  if not attr.classes or #attr.classes == 0 then return "" end
  return ' class="' .. value(table.concat(attr.classes, " ")) .. '"'
end

local function id(attr) return attr.id and attr.id ~= "" and ' id="' .. value(attr.id) .. '"' or "" end

local function attributes(attr)
  if not attr then return "" end
  local out = { id(attr), classes(attr) }
  for _, pair in ipairs(attr.pairs or {}) do
    if not KNOWN[pair[1]] then give_up() end
    out[#out + 1] = " " .. pair[1] .. '="' .. value(pair[2]) .. '"'
  end
  return table.concat(out)
end

local text_of

local INSIDE = {
  Strong = function(piece) return "<strong>" .. text_of(piece.inside) .. "</strong>" end,
  Emph = function(piece) return "<em>" .. text_of(piece.inside) .. "</em>" end,
  Span = function(piece) return "<span" .. attributes(piece.attr) .. ">" .. text_of(piece.inside) .. "</span>" end,
  Link = function(piece)
    if piece.title and piece.title ~= "" or piece.target:find("[^%w%p]") then give_up() end
    return '<a href="' .. value(piece.target) .. '"' .. attributes(piece.attr) .. ">" .. text_of(piece.inside) .. "</a>"
  end,
}

function text_of(pieces)
  local out = {}
  for index, piece in ipairs(pieces) do
    if type(piece) == "string" then
      out[index] = read(piece)
    elseif piece.line then
      out[index] = "<br />\n"
    else
      out[index] = (INSIDE[piece.tag] or give_up)(piece)
    end
  end
  return table.concat(out)
end

local WRITERS

local function joined(blocks)
  if #blocks == 1 then return WRITERS[blocks[1].tag](blocks[1]) end
  local out = {}
  for index, block in ipairs(blocks) do out[index] = WRITERS[block.tag](block) end
  return table.concat(out, "\n")
end

local function share(part) return string.format("%d%%", math.floor(100 * part)) end

local function columns(tab, out)
  local all = 0
  for _, width in ipairs(tab.widths or {}) do all = all + width end
  out[1] = "<table" .. attributes(tab.attr) .. ">"
  if tab.widths and all < 1 then out[1] = '<table style="width:' .. string.format("%.0f", 100 * all) .. '%;">' end
  if tab.caption then out[#out + 1] = "<caption>" .. text_of(tab.caption) .. "</caption>" end
  if not tab.widths then return end
  out[#out + 1] = "<colgroup>"
  for _, width in ipairs(tab.widths) do out[#out + 1] = '<col style="width: ' .. share(width) .. '" />' end
  out[#out + 1] = "</colgroup>"
end

local function cell(blocks, name) return "<" .. name .. attributes(blocks.attr) .. ">" .. joined(blocks) .. "</" .. name .. ">" end

local function row(cells, out, heads)
  out[#out + 1] = "<tr>"
  for index, blocks in ipairs(cells) do out[#out + 1] = cell(blocks, index <= heads and "th" or "td") end
  out[#out + 1] = "</tr>"
end

local function list(one)
  local name, head = one.ordered and "ol" or "ul", one.ordered and 'ol type="1"' or "ul"
  if one.ordered and one.start ~= 1 then head = 'ol start="' .. one.start .. '" type="1"' end
  local out = { "<" .. head .. ">" }
  for _, item in ipairs(one.items) do out[#out + 1] = "<li>" .. joined(item) .. "</li>" end
  out[#out + 1] = "</" .. name .. ">"
  return table.concat(out, "\n")
end

local function heading(one, attr)
  local name = "h" .. one.level
  return "<" .. name .. attr .. ">" .. text_of(one.text) .. "</" .. name .. ">"
end

-- A division that begins with a heading is that heading's section, and has its name.
local function section(one)
  local head, out = one.blocks[1], {}
  if one.attr.id or #head.attr.classes > 0 or #head.attr.pairs > 0 then give_up() end
  for index = 2, #one.blocks do
    if one.blocks[index].tag == "Header" then give_up() end
    out[#out + 1] = one.blocks[index]
  end
  local open = "<section" .. id(head.attr) .. attributes(one.attr) .. ">"
  return open .. "\n" .. heading(head, "") .. (#out > 0 and "\n" .. joined(out) or "") .. "\n</section>"
end

WRITERS = {
  Para = function(one) return "<p>" .. text_of(one.text) .. "</p>" end,
  Plain = function(one) return text_of(one.text) end,
  Header = function(one)
    if #one.attr.pairs > 0 then give_up() end
    return heading(one, classes(one.attr) .. id(one.attr))
  end,
  Div = function(one)
    if one.blocks[1] and one.blocks[1].tag == "Header" then return section(one) end
    return "<div" .. attributes(one.attr) .. ">\n" .. joined(one.blocks) .. "\n</div>"
  end,
  List = list,
  Table = function(tab)
    if tab.aligns then give_up() end
    local out = {}
    columns(tab, out)
    out[#out + 1] = "<thead>"
    row(tab.heads, out, #tab.heads)
    out[#out + 1] = "</thead>"
    out[#out + 1] = "<tbody>"
    for _, cells in ipairs(tab.rows) do row(cells, out, tab.row_heads or 0) end
    out[#out + 1] = "</tbody>\n</table>"
    return table.concat(out, "\n")
  end,
  Other = give_up,
  Raw = give_up,
}

-- Writes a block; nil where pandoc must.
local function written(block)
  local fine, text = tried(WRITERS[block.tag], block)
  return fine and text or nil
end

return { written = written }
