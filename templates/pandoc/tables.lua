-- Tables: from a caption with a table or nested lists, to what each format can show. The tree that was read is not changed.

local inlines = BLOCKS.inlines
local typst = dofile(pandoc.path.join({ HERE, "typst.lua" }))
local widths = dofile(pandoc.path.join({ HERE, "widths.lua" }))
local strong, emph, plain = inlines.strong, inlines.emph, inlines.plain

-- The document that is being made: `format`, `word` (before the number of a table), how many `tables` so far, and how
-- many of each of the `labels` that frames are called.
local job

local function begin(wish) job = wish end

local function appended(list, more)
  for _, one in ipairs(more) do list[#list + 1] = one end
  return list
end

local function div(classes, attrs, blocks)
  return { tag = "Div", attr = { classes = classes, pairs = attrs }, blocks = blocks }
end

local function styled(blocks, style) return div({}, { { "custom-style", style } }, blocks) end

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

-- Word's styles for the type that a table is set in, where it is not the usual one.
local TYPES = { narrow = "Narrow", close = "Narrow", medium = "Medium", large = "Large", write = "Write" }

-- In Word type and distances are a paragraph's: those of each paragraph in the cells.
local function in_word(tab, type)
  local set
  local style = TYPES[type]
  function set(blocks)
    local out = {}
    for index, block in ipairs(blocks) do
      if block.tag == "Para" or style and block.tag == "Plain" then
        out[index] = styled({ { tag = "Para", text = block.text } }, style or "Cell")
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
  local made = with_cells(tab, set)
  if type == "write" then made.heads = tab.heads end -- only the rows are high
  return made
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

-- What a frame is called; one of the same caption as another is told from it by its number.
local function label(caption)
  local name = plain(caption)
  job.labels[name] = (job.labels[name] or 0) + 1
  return job.labels[name] == 1 and name or name .. " (" .. job.labels[name] .. ")"
end

-- What is wide scrolls in its own frame on a small screen, also by keyboard.
local function frame(classes, caption, blocks)
  local attrs = { { "role", "region" }, { "tabindex", "0" }, { "aria-label", label(caption) } }
  return div({ "frame", table.unpack(classes) }, attrs, blocks)
end

local function framed(tab, type)
  local classes = {}
  if #tab.heads > 2 then table.insert(classes, "wide") end
  if type then table.insert(classes, type) end
  if widths.too_long(tab, cell_text, type == "narrow") then table.insert(classes, "parted") end
  return frame(classes, tab.caption, { with_scopes(tab) })
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
  docx = function(tab, type) return { in_word(tab, type) } end,
  html = function(tab, type) return { framed(tab, type) } end,
  typst = typst.tabel,
}

-- What a table's columns came to; it is the same in every format.
local known = setmetatable({}, { __mode = "k" })

local function measured(block, tab, wanted)
  if not known[block] then known[block] = { widths.of(tab, wanted, cell_text) } end
  return known[block][1], known[block][2]
end

-- A table below a paragraph that is its caption: the only way to one that may hold any text.
local function captioned(block)
  local caption, tab = block.blocks[1], block.blocks[2]
  if not tab then return block.blocks end
  if tab.tag == "List" then tab = from_lists(tab) end
  if tab.tag ~= "Table" then return block.blocks end
  tab = { tag = "Table", heads = tab.heads, rows = tab.rows, aligns = tab.aligns }
  tab.caption = caption_of(caption.text)
  local given, small = {}, nil
  for _, pair in ipairs(block.attr.pairs) do given[pair[1]] = pair[2] end
  tab.widths, small = measured(block, tab, given.widths)
  local finish = FINISHED[job.format]
  return finish and finish(tab, given.type or small and "narrow" or nil) or { tab }
end

return {
  appended = appended, begin = begin, captioned = captioned, frame = frame, paragraph = paragraph, styled = styled,
  text_of = cell_text,
}
