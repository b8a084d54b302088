-- What stands between reading and writing: the tree is made safe, and what our Markdown cannot say is added. Only here
-- raw markup is written.
--
-- The tree that was read is never changed, since it is written in several formats: what differs is made anew.
-- Fenced divisions of the templates: contents, tabel (a caption and a table, or nested lists to become one), card, and
-- those of STYLES.

local inlines = BLOCKS.inlines
local widths = dofile(pandoc.path.join({ HERE, "widths.lua" }))
local strong, emph, plain = inlines.strong, inlines.emph, inlines.plain

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

-- The document that is being made: `format`, `word` (before the number of a table), `pictures` and `tables` so far.
local job

local function div(classes, attrs, blocks)
  return { tag = "Div", attr = { classes = classes, pairs = attrs }, blocks = blocks }
end

local function styled(blocks, style) return div({}, { { "custom-style", style } }, blocks) end

local function appended(list, more)
  for _, one in ipairs(more) do list[#list + 1] = one end
  return list
end

-- What must not pass --------------------------------------------------------------------------------------------------

-- Leaves the text of links that lead nowhere we allow and of pictures that were not handed over.
local function safe(pieces)
  local changed
  for index, piece in ipairs(pieces) do
    local inside = type(piece) == "table" and piece.inside
    if inside then
      local kept = safe(inside)
      local drop = piece.target and not inlines.passes(piece.target) or piece.image and not job.pictures[piece.image]
      if drop or kept ~= inside then
        changed = changed or appended({}, pieces)
        changed[index] = drop and { open = "", close = "", inside = kept, bare = true }
          or { open = piece.open, close = piece.close, inside = kept }
      end
    end
  end
  if not changed then return pieces end
  local out = {}
  for _, piece in ipairs(changed) do
    if type(piece) == "table" and piece.bare then appended(out, piece.inside) else out[#out + 1] = piece end
  end
  return out
end

-- Tables ----------------------------------------------------------------------------------------------------------------

local function cell_text(cell)
  local parts = {}
  for _, block in ipairs(cell) do
    if block.text then
      parts[#parts + 1] = plain(block.text)
    elseif block.items then
      for _, item in ipairs(block.items) do parts[#parts + 1] = cell_text(item) end
    elseif block.blocks then
      parts[#parts + 1] = cell_text(block.blocks)
    end
  end
  return table.concat(parts, " ")
end

local function with_cells(tab, change)
  local function row(cells)
    local out = {}
    for position, cell in ipairs(cells) do out[position] = change(cell, position) end
    return out
  end
  local rows = {}
  for index, cells in ipairs(tab.rows) do rows[index] = row(cells) end
  return {
    tag = "Table", attr = tab.attr, aligns = tab.aligns, widths = tab.widths, caption = tab.caption,
    row_heads = tab.row_heads, heads = row(tab.heads), rows = rows,
  }
end

-- In Word type and distances are a paragraph's: those of each paragraph in the cells.
local function in_word(tab, small)
  local set
  function set(blocks)
    local out = {}
    for index, block in ipairs(blocks) do
      if block.tag == "Para" or small and block.tag == "Plain" then
        out[index] = styled({ { tag = "Para", text = block.text } }, small and "Narrow" or "Cell")
      elseif block.items then
        local items = {}
        for number, item in ipairs(block.items) do items[number] = set(item) end
        out[index] = { tag = "List", items = items, ordered = block.ordered, start = block.start, delim = block.delim }
      else
        out[index] = block
      end
    end
    return out
  end
  return with_cells(tab, set)
end

local function caption_of(pieces)
  job.tables = job.tables + 1
  if job.word == "" then return pieces end
  local numbered = { job.word .. " " .. job.tables .. ". " }
  appended(numbered, pieces)
  if type(numbered[2]) == "string" then numbered[1] = numbered[1] .. table.remove(numbered, 2) end
  return numbered
end

-- A cell with its scope; the tree keeps its own.
local function scoped(cell, scope)
  local out = appended({}, cell)
  out.attr = { pairs = { { "scope", scope } } }
  return out
end

local function with_scopes(tab)
  local heads = {}
  for position, cell in ipairs(tab.heads) do heads[position] = scoped(cell, "col") end
  local rows = {}
  for index, row in ipairs(tab.rows) do
    rows[index] = appended({}, row)
    rows[index][1] = scoped(row[1], "row")
  end
  return {
    tag = "Table", attr = tab.attr, aligns = tab.aligns, widths = tab.widths, caption = tab.caption, row_heads = 1,
    heads = heads, rows = rows,
  }
end

-- A wide table scrolls in its own frame on a small screen, also by keyboard.
local function framed(tab, small)
  local classes = { "frame" }
  if #tab.heads > 2 then table.insert(classes, "wide") end
  if small then table.insert(classes, "narrow") end
  local attrs = { { "role", "region" }, { "tabindex", "0" }, { "aria-label", plain(tab.caption) } }
  return div(classes, attrs, { with_scopes(tab) })
end

-- Rows as nested lists, for cells of several paragraphs: each row is a list of cells, and the first row is the head.
local function from_lists(list)
  local rows = {}
  for index, item in ipairs(list.items) do rows[index] = item[1] and item[1].items or {} end
  return { tag = "Table", heads = table.remove(rows, 1), rows = rows }
end

local function one_line(cell) return #cell == 0 or #cell == 1 and (cell[1].tag == "Plain" or cell[1].tag == "Para") end

local function all_on_one_line(tab)
  for _, row in ipairs({ tab.heads, table.unpack(tab.rows) }) do
    for _, cell in ipairs(row) do
      if not one_line(cell) then return false end
    end
  end
  return true
end

-- This Markdown has no new lines in cells: the answers of a cell stand side by side.
local function flat(tab)
  return with_cells(tab, function(cell)
    if not cell[1] then return cell end
    return { { tag = cell[1].tag, text = inlines.on_one_line(cell[1].text, " · ") } }
  end)
end

-- The text of a cell's blocks, one after the other.
local function line_of(cell)
  local out = {}
  for _, block in ipairs(cell) do
    if block.text then
      if #out > 0 then out[#out + 1] = { line = true } end
      appended(out, block.text)
    end
  end
  return out
end

local function paragraph(...) return { tag = "Para", text = { ... } } end

-- Nor has it lists or paragraphs in cells: what a table would hold is written out, row by row under its first cell.
local function written_out(tab, caption)
  local out = { paragraph(strong(caption)) }
  for _, row in ipairs(tab.rows) do
    for position, cell in ipairs(row) do
      if position == 1 then
        out[#out + 1] = paragraph(strong(line_of(cell)))
      else
        if #row > 2 then out[#out + 1] = paragraph(emph(line_of(tab.heads[position]))) end
        for _, block in ipairs(cell) do
          out[#out + 1] = block.tag == "Plain" and { tag = "Para", text = block.text } or block
        end
      end
    end
  end
  return out
end

local FINISHED = {
  gfm = function(tab)
    -- This Markdown has no captions: what is said of a table stands before it.
    local caption = tab.caption
    tab.caption = nil
    if not all_on_one_line(tab) then return written_out(tab, caption) end
    return { paragraph(strong(caption)), flat(tab) }
  end,
  docx = function(tab, small) return { in_word(tab, small) } end,
  html = function(tab, small) return { framed(tab, small) } end,
}

-- A table below a paragraph that is its caption: the only way to one that may hold any text.
local function captioned(block)
  local caption, tab = block.blocks[1], block.blocks[2]
  if not tab then return block.blocks end
  if tab.tag == "List" then tab = from_lists(tab) end
  if tab.tag ~= "Table" then return block.blocks end
  tab = { tag = "Table", heads = tab.heads, rows = tab.rows, aligns = tab.aligns }
  tab.caption = caption_of(caption.text)
  local wanted
  for _, pair in ipairs(block.attr.pairs) do
    if pair[1] == "widths" then wanted = pair[2] end
  end
  local small
  tab.widths, small = widths.of(tab, wanted, cell_text)
  local finish = FINISHED[job.format]
  return finish and finish(tab, small) or { tab }
end

-- Contents and styles -------------------------------------------------------------------------------------------------

local function entry(heading) return inlines.link(heading.text, "#" .. heading.attr.id) end

local function listed(blocks)
  local items = {}
  for _, block in ipairs(blocks) do
    if block.tag == "Header" and block.level == 2 then items[#items + 1] = { { tag = "Plain", text = { entry(block) } } } end
  end
  return items
end

-- The contents are links without page numbers, so that Word has nothing to update and asks nothing.
local function contents(block, chapters)
  if job.format == "html" then return {} end -- the page's own navigation has them
  local title = cell_text(block.blocks)
  if job.format == "gfm" then return { paragraph(strong({ title })), { tag = "List", items = chapters } } end
  local lines = {}
  for index, item in ipairs(chapters) do lines[index] = { tag = "Para", text = item[1].text } end
  return { styled({ paragraph(title) }, "TOC Heading"), styled(lines, "TOC 1") }
end

-- In Word the title has its own style, and chapters begin at Heading 1.
local function heading(block)
  if job.format ~= "docx" then return block end
  if block.level == 1 then return styled({ { tag = "Para", text = block.text } }, "Title") end
  return { tag = "Header", level = block.level - 1, attr = block.attr, text = block.text }
end

-- Marks where a card begins and ends, for `wizard/render/word.py`, which holds it together and takes the marks away.
local function mark(style)
  return { tag = "Raw", format = "openxml", text = '<w:p><w:pPr><w:pStyle w:val="' .. style .. '" /></w:pPr></w:p>' }
end

local arranged

local function card(block, chapters)
  local blocks = arranged(block.blocks, chapters)
  if job.format == "html" then return { { tag = "Div", attr = block.attr, blocks = blocks } } end
  if job.format == "docx" then
    table.insert(blocks, 1, mark("CardBegins"))
    table.insert(blocks, mark("CardEnds"))
  end
  return blocks
end

local function division(block, chapters)
  local class = block.attr.classes[1]
  if class == "contents" then return contents(block, chapters) end
  if class == "card" then return card(block, chapters) end
  if class == "tabel" then return captioned(block) end
  local blocks = arranged(block.blocks, chapters)
  if job.format == "gfm" then return blocks end
  local style = job.format == "docx" and STYLES[class]
  return { style and styled(blocks, style) or { tag = "Div", attr = block.attr, blocks = blocks } }
end

function arranged(blocks, chapters)
  local out = {}
  for _, block in ipairs(blocks) do
    if block.tag == "Header" then
      out[#out + 1] = heading(block)
    elseif block.tag == "Div" then
      appended(out, division(block, chapters))
    else
      out[#out + 1] = block
    end
  end
  return out
end

-- Making it safe is done once, for all formats: it goes by what was read and the pictures alone.
local made_safe

local function each_safe(list)
  local changed
  for index, one in ipairs(list) do
    local now = made_safe(one)
    if now ~= one then
      changed = changed or appended({}, list)
      changed[index] = now
    end
  end
  return changed or list
end

function made_safe(block)
  if block.tag == nil then return each_safe(block) end -- an item, a row or a cell
  local now = {}
  for _, key in ipairs({ "text" }) do
    if block[key] then now[key] = safe(block[key]) end
  end
  for _, key in ipairs({ "blocks", "items", "heads", "rows" }) do
    if block[key] then now[key] = each_safe(block[key]) end
  end
  for key, value in pairs(now) do
    if block[key] ~= value then return setmetatable(now, { __index = block }) end
  end
  return block
end

-- Gives the blocks of a document in a format, and its chapters as a list for the page's navigation.
-- wish: `format`, `word` and `pictures` (a set of names).
local function filtered(blocks, wish)
  job = { format = wish.format, word = wish.word, pictures = wish.pictures, tables = 0 }
  blocks = each_safe(blocks)
  local chapters = listed(blocks)
  return arranged(blocks, chapters), { tag = "List", items = chapters }
end

return { filtered = filtered }
