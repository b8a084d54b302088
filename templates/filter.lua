-- Our filter: what pandoc read is made safe, and what its Markdown cannot say is added. It alone writes raw markup.
--
-- Metadata: table-word ("Tabel"), before the number of a table; without it captions bear no number.
-- Fenced divisions of the templates: contents, tabel (a caption and a table, or nested lists to become one), and
-- those of STYLES.

local docx = FORMAT == "docx"
local html = FORMAT:match("html") ~= nil
local typst = FORMAT == "typst"
local gfm = FORMAT == "gfm" or FORMAT == "commonmark"
local stringify = pandoc.utils.stringify
local widths = dofile(pandoc.path.join({ pandoc.path.directory(PANDOC_SCRIPT_FILE), "widths.lua" }))

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

-- Typst: tables, divisions and addresses as calls of the functions in plan.typ ----------------------------------------

local function code(text) return pandoc.RawBlock("typst", text) end

-- Blocks as the arguments of a function.
local function call(name, ...)
  local out = pandoc.List({ code("#" .. name .. "[") })
  for position, blocks in ipairs({ ... }) do
    if position > 1 then out:insert(code("][")) end
    out:extend(blocks)
  end
  out:insert(code("]"))
  return out
end

local function called(tab, small)
  local shares = pandoc.List(tab.colspecs):map(function(spec) return string.format("%.4f", spec[2]) end)
  local texts = pandoc.List({ tab.caption.long })
  for _, row in ipairs(widths.rows(tab)) do
    for _, cell in ipairs(row.cells) do texts:insert(cell.contents) end
  end
  local name = string.format("tabel((%s,), %s)", table.concat(shares, ", "), tostring(small))
  return pandoc.Div(call(name, table.unpack(texts)))
end

-- A long word or address may break behind its marks, and anywhere where it has none; nothing is copied with the text,
-- and no hyphen is added to an address.
local function breaking(str)
  if #str.text < 16 then return nil end
  local out, part, length, marks = pandoc.Inlines({}), "", 0, false
  for _, point in utf8.codes(str.text, true) do
    local letter = utf8.char(point)
    part, length = part .. letter, length + 1
    local mark = letter:match("[@/._=&?]")
    if mark and length > 2 or length >= 32 then
      out:extend({ pandoc.Str(part), pandoc.RawInline("typst", "#h(0.01pt)") })
      part, length, marks = "", 0, marks or mark
    end
  end
  if part ~= "" then out:insert(pandoc.Str(part)) end
  if #out < 2 then return nil end
  if not marks then return out end
  out:insert(1, pandoc.RawInline("typst", "#address["))
  out:insert(pandoc.RawInline("typst", "]"))
  return out
end

-- Tables ------------------------------------------------------------------------------------------------------------

-- In Word type and distances are a paragraph's: those of each paragraph in the cells.
local function in_word(tab, small)
  local function set(style)
    local attributes = pandoc.Attr("", {}, { ["custom-style"] = style })
    return function(block) return pandoc.Div({ pandoc.Para(block.content) }, attributes) end
  end
  local styles = small and { Plain = set("Narrow"), Para = set("Narrow") } or { Para = set("Cell") }
  local cells = pandoc.Table({ long = {} }, tab.colspecs, tab.head, tab.bodies, tab.foot):walk(styles)
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
  local small = widths.set(tab)
  if gfm then
    -- This Markdown has no captions: what is said of a table stands before it.
    local caption = pandoc.Para({ pandoc.Strong(pandoc.utils.blocks_to_inlines(tab.caption.long)) })
    tab.caption = { long = {} }
    return { caption, tab }
  end
  if docx then in_word(tab, small) end
  if typst then return called(tab, small) end
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
  for _, row in ipairs(widths.rows(tab)) do
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

local function line_of(cell) return pandoc.utils.blocks_to_inlines(cell.contents) end

-- Nor has it lists or paragraphs in cells: what a table would hold is written out, row by row under its first cell.
local function written_out(tab, caption)
  local heads, rows = tab.head.rows[1].cells, tab.bodies[1].body
  local out = pandoc.List({ pandoc.Para({ pandoc.Strong(caption) }) })
  for _, row in ipairs(rows) do
    for position, cell in ipairs(row.cells) do
      if position == 1 then
        out:insert(pandoc.Para({ pandoc.Strong(line_of(cell)) }))
      else
        if #row.cells > 2 then out:insert(pandoc.Para({ pandoc.Emph(line_of(heads[position])) })) end
        out:extend(cell.contents:map(function(block)
          return block.tag == "Plain" and pandoc.Para(block.content) or block
        end))
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
  if typst then return call("contents", div.content) end
  local lines = chapters:map(function(item) return pandoc.Para(item[1].content) end)
  return { styled({ pandoc.Para(title) }, "TOC Heading"), styled(lines, "TOC 1") }
end

local function division(div, chapters)
  if div.classes:includes("contents") then return contents(div, chapters) end
  if gfm then return div.content end
  if typst then return STYLES[div.classes[1]] and call(div.classes[1], div.content) or div.content end
  local style = docx and STYLES[div.classes[1]]
  return style and styled(div.content, style) or div
end

-- In Word and PDF the title stands above the headings, and chapters begin at the first level.
local function heading(block)
  if not docx and not typst then return block end
  if typst and block.level == 1 then return pandoc.Div(call("title", { pandoc.Plain(block.content) })) end
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
  if typst then return call("card", blocks) end
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
  if typst then doc = doc:walk({ Str = breaking }) end
  doc.blocks = arranged(doc.blocks, chapters)
  return doc
end
