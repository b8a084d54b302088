-- Our filter: what pandoc read is made safe, and what its Markdown cannot say is added. It alone writes raw markup.
--
-- Metadata: table-word ("Tabel"), before the number of a table; without it captions bear no number.
-- Fenced divisions of the templates: contents, tabel (a caption and a table, or nested lists to become one), and
-- those of STYLES.

local docx = FORMAT == "docx"
local html = FORMAT:match("html") ~= nil
local gfm = FORMAT == "gfm" or FORMAT == "commonmark"
local stringify = pandoc.utils.stringify

local SCHEMES = { "^https?:", "^mailto:", "^tel:", "^#" }
-- Word's styles for the fenced divisions of our templates.
local STYLES = {
  municipality = "Municipality",
  cover = "Subtitle",
  internal = "Internal",
  lead = "Lead",
  intro = "Intro",
  urgent = "Urgent",
  small = "Small",
}
local number = 0
local word = ""

-- What must not pass ------------------------------------------------------------------------------------------------

local function passes(target)
  for _, scheme in ipairs(SCHEMES) do
    if target:lower():match(scheme) then return true end
  end
  return false
end

local safe = {
  RawBlock = function() return {} end,
  RawInline = function() return {} end,
  Image = function(image) return image.caption end,
  Link = function(link) if not passes(link.target) then return link.content end end,
}

-- Tables ------------------------------------------------------------------------------------------------------------

-- How many characters of the tables' text fit on a line, and what the space beside a cell's text takes of them.
local LINE, SPACE = 92, 2.4

-- No word asks for more room than this, and none is granted less than that where the line is full.
local WORD, LEAST = 40, 15

-- How much more of the small type fits on a line, for tables whose longest words have no room in the usual one.
local SMALL = 1.12

-- How wide letters are in Arial, where the usual one is 1; bold ones are a little wider.
local WIDTHS = {}
for letters, width in pairs({
  ["ijl.,:;'|"] = 0.42, ["tf()/ "] = 0.53, ["r-"] = 0.63, ["cksvxyz"] = 0.95, ["w"] = 1.35, ["mM"] = 1.57, ["æÆ@W"] = 1.8,
  ["ABCDEFGHKLNOPQRSTUVXYZÅØ"] = 1.3,
}) do
  for _, code in utf8.codes(letters) do WIDTHS[code] = width end
end
local BOLD = 1.08

local function width_of(text)
  local sum = 0
  for _, code in utf8.codes(text, true) do sum = sum + (WIDTHS[code] or 1.05) end
  return sum
end

local function lengths(cell, bold)
  local text = stringify(cell.contents)
  local longest = 0
  for part in text:gmatch("[^%s%-/]+[%-/]?") do longest = math.max(longest, width_of(part)) end
  return utf8.len(text) or #text, longest * (bold and BOLD or 1)
end

-- What is to be read in each column: its longest word, its longest cell, and the root of its cells' squares.
local function columns_of(rows, count)
  local columns = pandoc.List()
  for _ = 1, count do columns:insert({ word = 3, longest = 3, squares = 0 }) end
  for index, row in ipairs(rows) do
    for position, cell in ipairs(row.cells) do
      local column = columns[position]
      local all, longest = lengths(cell, index == 1)
      column.word = math.max(column.word, longest)
      column.longest = math.max(column.longest, all, longest)
      column.squares = column.squares + all ^ 2
    end
  end
  return columns
end

-- What each column must have: its longest word. Where the line is too short for them all, the longest ones give way.
local function least(columns, room)
  local most, sum = WORD
  repeat
    sum = 0
    for _, column in ipairs(columns) do
      column.width = math.min(column.word, most)
      sum = sum + column.width
    end
    most = most - 1
  until sum <= room or most < LEAST
  return room - sum
end

-- Whether the longest words of a table are too much for the line in the usual type.
local function crowded(rows, count)
  local sum = 0
  for _, column in ipairs(columns_of(rows, count)) do sum = sum + math.min(column.word, WORD) end
  return sum > LINE - SPACE * count
end

-- Shares the line so that the rows become low: in proportion to the cube root of the squares' sum (which makes
-- the squares of all cells' lines fewest), yet to no column less than its longest word or more than one line takes.
local function measured(rows, count, line)
  local columns = columns_of(rows, count)
  local left = least(columns, line - SPACE * count)
  while left > 0 do
    local poorest, lowest
    for _, column in ipairs(columns) do
      local share = column.width / math.max(column.squares, 1) ^ (1 / 3)
      if column.width < column.longest and (not lowest or share < lowest) then poorest, lowest = column, share end
    end
    if not poorest then break end
    poorest.width, left = poorest.width + 0.5, left - 0.5
  end
  local sum = 0
  for _, column in ipairs(columns) do sum = sum + column.width + SPACE end
  return columns:map(function(column) return (column.width + SPACE) / sum end)
end

local function given(attribute, count)
  local widths, sum = {}, 0
  for share in (attribute or ""):gmatch("[%d.]+") do
    table.insert(widths, tonumber(share))
    sum = sum + tonumber(share)
  end
  if #widths ~= count or sum <= 0 then return nil end
  for column = 1, count do widths[column] = widths[column] / sum end
  return widths
end

local function rows_of(tab)
  local rows = pandoc.List(tab.head.rows):clone()
  for _, body in ipairs(tab.bodies) do rows:extend(body.body) end
  return rows
end

local function set_widths(tab, small)
  local count = #tab.colspecs
  local line = small and LINE * SMALL or LINE
  local widths = given(tab.attributes.widths, count) or measured(rows_of(tab), count, line)
  tab.attributes.widths = nil
  tab.colspecs = pandoc.List(widths):map(function(width) return { pandoc.AlignDefault, width } end)
end

-- In Word the type is a paragraph's: that of each paragraph in the cells.
local function in_small_type(tab)
  local function smaller(block)
    return pandoc.Div({ pandoc.Para(block.content) }, pandoc.Attr("", {}, { ["custom-style"] = "Narrow" }))
  end
  local cells = pandoc.Table({ long = {} }, tab.colspecs, tab.head, tab.bodies, tab.foot):walk({ Plain = smaller })
  tab.head, tab.bodies = cells.head, cells.bodies
end

local function set_caption(tab, inlines)
  number = number + 1
  local caption = pandoc.Inlines(word ~= "" and { pandoc.Str(word .. " " .. number .. "."), pandoc.Space() } or {})
  caption:extend(inlines)
  tab.caption = { long = { pandoc.Plain(caption) } }
end

local function set_scopes(tab)
  for _, row in ipairs(tab.head.rows) do
    for _, cell in ipairs(row.cells) do cell.attr = pandoc.Attr("", {}, { scope = "col" }) end
  end
  for _, body in ipairs(tab.bodies) do
    body.row_head_columns = 1
    for _, row in ipairs(body.body) do row.cells[1].attr = pandoc.Attr("", {}, { scope = "row" }) end
  end
end

local function finished(tab)
  local small = crowded(rows_of(tab), #tab.colspecs)
  set_widths(tab, small)
  if gfm then
    -- This Markdown has no captions: what is said of a table stands before it.
    local caption = pandoc.Para({ pandoc.Strong(pandoc.utils.blocks_to_inlines(tab.caption.long)) })
    tab.caption = { long = {} }
    return { caption, tab }
  end
  if docx and small then in_small_type(tab) end
  if not html then return tab end
  set_scopes(tab)
  -- A wide table scrolls in its own frame on a small screen, also by keyboard.
  local attributes = { { "role", "region" }, { "tabindex", "0" }, { "aria-label", stringify(tab.caption.long) } }
  local classes = pandoc.List({ "frame" })
  if #tab.colspecs > 2 then classes:insert("wide") end
  if small then classes:insert("narrow") end
  return pandoc.Div({ tab }, pandoc.Attr("", classes, attributes))
end

-- Rows as nested lists, for cells of several paragraphs: each row is a list of cells, and the first row is the head.
local function from_lists(list)
  local rows = list.content:map(function(item)
    local cells = item[1] and item[1].content or {}
    return pandoc.Row(pandoc.List(cells):map(function(cell) return pandoc.Cell(cell) end))
  end)
  local head = pandoc.TableHead({ rows:remove(1) })
  local specs = head.rows[1].cells:map(function() return { pandoc.AlignDefault, nil } end)
  local body = { attr = pandoc.Attr(), body = rows, head = {}, row_head_columns = 0 }
  return pandoc.Table({ long = {} }, specs, head, { body }, pandoc.TableFoot())
end

local function one_line(cell)
  local block = cell.contents[1]
  return #cell.contents == 1 and (block.tag == "Plain" or block.tag == "Para")
end

local function all_on_one_line(tab)
  for _, row in ipairs(rows_of(tab)) do
    for _, cell in ipairs(row.cells) do
      if not one_line(cell) then return false end
    end
  end
  return true
end

-- This Markdown has no new lines in cells: the answers of a cell stand side by side.
local function flat(tab)
  local between = { LineBreak = function() return { pandoc.Space(), pandoc.Str("·"), pandoc.Space() } end }
  return tab:walk(between)
end

-- Nor has it lists or paragraphs in cells: what a table would hold is written out, row by row under its first cell.
local function written_out(tab, caption)
  local heads, rows = tab.head.rows[1].cells, tab.bodies[1].body
  local out = pandoc.List({ pandoc.Para({ pandoc.Strong(caption) }) })
  for _, row in ipairs(rows) do
    for position, cell in ipairs(row.cells) do
      if position == 1 then
        out:insert(pandoc.Para({ pandoc.Strong(pandoc.utils.blocks_to_inlines(cell.contents)) }))
      else
        if #row.cells > 2 then out:insert(pandoc.Para({ pandoc.Emph(pandoc.utils.blocks_to_inlines(heads[position].contents)) })) end
        out:extend(cell.contents:map(function(block) return block.tag == "Plain" and pandoc.Para(block.content) or block end))
      end
    end
  end
  return out
end

-- A table below a paragraph that is its caption: the only way to one that may hold any text.
local function captioned(div)
  local caption, tab = div.content[1], div.content[2]
  if not tab then return div.content end
  if tab.tag == "BulletList" then tab = from_lists(tab) end
  tab.attributes.widths = div.attributes.widths
  set_caption(tab, caption.content)
  if gfm and not all_on_one_line(tab) then return written_out(tab, pandoc.utils.blocks_to_inlines(tab.caption.long)) end
  return finished(gfm and flat(tab) or tab)
end

-- Contents and styles -----------------------------------------------------------------------------------------------

local function entry(heading)
  return { pandoc.Plain({ pandoc.Link(heading.content, "#" .. heading.identifier) }) }
end

local function listed(blocks)
  local chapters = pandoc.List()
  for _, block in ipairs(blocks) do
    if block.tag == "Header" and block.level == 2 then chapters:insert(entry(block)) end
  end
  return chapters
end

local function styled(blocks, style)
  return pandoc.Div(blocks, pandoc.Attr("", {}, { ["custom-style"] = style }))
end

-- The contents are links without page numbers, so that Word has nothing to update and asks nothing.
local function contents(div, chapters)
  if html then return {} end -- the page's own navigation has them
  local title = stringify(div)
  if gfm then
    return { pandoc.Para({ pandoc.Strong(title) }), pandoc.BulletList(chapters) }
  end
  local lines = chapters:map(function(item) return pandoc.Para(item[1].content) end)
  return { styled({ pandoc.Para(title) }, "TOC Heading"), styled(lines, "TOC 1") }
end

local function division(div, chapters)
  if div.classes:includes("contents") then return contents(div, chapters) end
  if gfm then return div.content end
  local style = docx and STYLES[div.classes[1]]
  return style and styled(div.content, style) or div
end

-- In Word the title has its own style, and chapters begin at Heading 1.
local function heading(block)
  if not docx then return block end
  if block.level == 1 then return styled({ pandoc.Para(block.content) }, "Title") end
  block.level = block.level - 1
  return block
end

-- Marks where a card begins and ends, for `wizard/render/word.py`, which holds it together and takes the marks away.
local function mark(style)
  return pandoc.RawBlock("openxml", '<w:p><w:pPr><w:pStyle w:val="' .. style .. '" /></w:pPr></w:p>')
end

local arranged

local function card(div, chapters)
  local blocks = arranged(div.content, chapters)
  if html then return pandoc.List({ pandoc.Div(blocks, div.attr) }) end
  if docx then
    blocks:insert(1, mark("CardBegins"))
    blocks:insert(mark("CardEnds"))
  end
  return blocks
end

function arranged(blocks, chapters)
  local out = pandoc.List()
  for _, block in ipairs(blocks) do
    if block.tag == "Header" then
      out:insert(heading(block))
    elseif block.tag == "Div" and block.classes:includes("card") then
      out:extend(card(block, chapters))
    elseif block.tag == "Div" then
      local done = division(block, chapters)
      if pandoc.utils.type(done) == "Block" then out:insert(done) else out:extend(done) end
    else
      out:insert(block)
    end
  end
  return out
end

function Pandoc(doc)
  word = stringify(doc.meta["table-word"] or "")
  doc = doc:walk(safe)
  doc = doc:walk({ Div = function(div) if div.classes:includes("tabel") then return captioned(div) end end })
  local chapters = listed(doc.blocks)
  if html then doc.meta.listing = pandoc.MetaBlocks({ pandoc.BulletList(chapters) }) end
  doc.blocks = arranged(doc.blocks, chapters)
  return doc
end
