-- A document as a light tree: read from our own Markdown, quickly, or from what pandoc read, and written as JSON.
--
-- A block is a table with a tag: Para and Plain (`text`: pieces), Header (level, attr, text), List (items, each a list of
-- blocks; `ordered` with start and delim), Div (attr, blocks), Table (heads and rows of cells, a cell a list of blocks;
-- aligns, widths, caption, attr) and Other (`json`: what we never write and pass on as it is).
--
-- The quick reader knows what our templates and answers write, and gives up on all else: then pandoc reads. A test holds
-- the two against each other over every document.

local function part(name, ...) return assert(loadfile(pandoc.path.join({ HERE, name })))(...) end

local inlines = dofile(pandoc.path.join({ HERE, "inlines.lua" }))
local trying = dofile(pandoc.path.join({ HERE, "trying.lua" }))
local give_up = trying.give_up
local writing = part("writing.lua", inlines)
local from_pandoc = part("adopting.lua", inlines)

-- Runs that were read: short ones come again in every plan, as the heads of tables, and a tree is never changed.
local kept, count = {}, 0
local MOST, SHORT = 2000, 200

local function pieces(text)
  if kept[text] then return kept[text] end
  local found = inlines.of_markdown(text)
  if found then
    if #text <= SHORT then
      if count >= MOST then kept, count = {}, 0 end
      kept[text], count = found, count + 1
    end
    return found
  end
  local doc = pandoc.read(text, DIALECT, {}, {})
  local only = doc.blocks[1]
  if #doc.blocks ~= 1 or only.tag ~= "Para" then give_up() end
  return inlines.of_pandoc(only.content)
end

local seen

-- The name of a heading in addresses, as pandoc makes it.
local function slug(line, text)
  local kept = {}
  for _, code in utf8.codes(pandoc.text.lower(inlines.plain(text))) do
    if code == 0x20 or code == 0xA0 then
      kept[#kept + 1] = "-"
    elseif code < 0x80 then
      local char = string.char(code)
      if char:find("[%w_-]") then kept[#kept + 1] = char end
    elseif code >= 0xDF and code <= 0x24F and code ~= 0xF7 then
      kept[#kept + 1] = utf8.char(code)
    elseif not (code >= 0x2010 and code <= 0x2027 or code == 0xAB or code == 0xBB or code == 0xA7 or code == 0xB7) then
      return pandoc.read(line, DIALECT, {}, {}).blocks[1].identifier
    end
  end
  return table.concat(kept)
end

local function once(id)
  local count = seen[id]
  seen[id] = (count or -1) + 1
  return count and id .. "-" .. seen[id] or id
end

local function heading(line)
  local marks, rest = line:match("^(#+)%s+(.-)%s*$")
  if not marks or #marks > 6 then give_up() end
  local text, list = rest:match("^(.-)%s*{([^{}\\]*)}$")
  local attr = inlines.attribute_list(list or "")
  if not attr or rest:find("#$") or text and text:find("\\$") then give_up() end
  text = pieces(text or rest)
  attr.id = attr.id or once(slug(line, text))
  return { tag = "Header", level = #marks, attr = attr, text = text }
end

local BACKSLASH = ("\\"):byte()

local function cells_of(line)
  local cells, from, at = {}, line:match("^|()"), 2
  while true do
    local bar = line:find("|", at, true)
    if not bar then
      if line:find("%S", from) then give_up() end
      return cells
    end
    local slashes = 0
    while line:byte(bar - 1 - slashes) == BACKSLASH do slashes = slashes + 1 end
    if slashes % 2 == 0 then
      cells[#cells + 1] = line:sub(from, bar - 1)
      from = bar + 1
    end
    at = bar + 1
  end
end

local function row_of(line, count)
  local row = {}
  for index, text in ipairs(cells_of(line)) do
    if index > count then break end
    row[index] = text:find("%S") and { { tag = "Plain", text = pieces(text) } } or {}
  end
  for index = #row + 1, count do row[index] = {} end
  return row
end

local function is_rule(line) return line and line:find("^|[-|]+|$") and line:find("-", 1, true) end

local function table_of(lines, at)
  local rule = cells_of(lines[at + 1])
  local heads = row_of(lines[at], #rule)
  if #cells_of(lines[at]) ~= #rule then give_up() end
  local rows = {}
  at = at + 2
  while lines[at] and lines[at]:sub(1, 1) == "|" do
    rows[#rows + 1] = row_of(lines[at], #rule)
    at = at + 1
  end
  if lines[at] and lines[at]:find("%S") and not lines[at]:find("^:::") then give_up() end
  return { tag = "Table", heads = heads, rows = rows }, at
end

local blocks_of

local COLON = (":"):byte()

local function fence(line)
  if line:byte() ~= COLON then return nil end
  return line:match("^(:::+)%s*(.-)%s*$")
end

local function division(lines, at)
  local marks, name = fence(lines[at])
  local list = name:match("^{(.*)}$")
  local attr = list and inlines.attribute_list(list) or name:find("^[%w_-]+$") and { classes = { name }, pairs = {} }
  if not attr then give_up() end
  local open, inside = { #marks }, {}
  for index = at + 1, #lines do
    local colons, rest = fence(lines[index])
    if colons and rest ~= "" then
      open[#open + 1] = #colons
    elseif colons then
      if #colons < open[#open] then give_up() end
      open[#open] = nil
      if #open == 0 then return { tag = "Div", attr = attr, blocks = blocks_of(inside) }, index + 1 end
    end
    inside[#inside + 1] = lines[index]
  end
  give_up()
end

-- A list's mark at the beginning of a line: the bullet, or the number and what stands behind it; and where the text is.
local function mark(line)
  local bullet, past = line:match("^([-*+])()")
  local number
  if not bullet then
    number, bullet, past = line:match("^(%d+)([.)])()")
    if not bullet or #number > 9 then return nil end
  end
  local spaces = line:match("^ *", past)
  if past + #spaces > #line then return bullet, number, past, "" end
  if spaces == "" then return nil end
  if #spaces > 4 then give_up() end
  return bullet, number, past + #spaces - 1, line:sub(past + #spaces)
end

local function is_line(line)
  local marks = line:gsub("[ \t]", "")
  return marks:find("^%-%-%-+$") or marks:find("^%*%*%*+$") or marks:find("^___+$")
end

-- Most lines begin with a letter, and need no closer look.
local STARTS = {}
for char in ("#>`~<=|:-*+_[ \t0123456789"):gmatch(".") do STARTS[char:byte()] = true end

local function begins_block(line)
  if not STARTS[line:byte()] then return false end
  return line:find("^[#>`~<=|]") or line:find("^:::") or mark(line) ~= nil
end

local function item(lines, at, offset, first)
  if first == "" and lines[at + 1] and not lines[at + 1]:find("%S") then give_up() end
  local own, blanks = { first }, 0
  local indent = (" "):rep(offset)
  at = at + 1
  while lines[at] do
    local line = lines[at]
    if not line:find("%S") then
      blanks = blanks + 1
    elseif line:sub(1, offset) == indent then
      for _ = 1, blanks do own[#own + 1] = "" end
      blanks = 0
      own[#own + 1] = line:sub(offset + 1)
    else
      if blanks == 0 and not begins_block(line) then give_up() end
      break
    end
    at = at + 1
  end
  return own, at, blanks
end

local function tightened(items)
  for _, blocks in ipairs(items) do
    for _, block in ipairs(blocks) do
      if block.tag == "Para" then block.tag = "Plain" end
    end
  end
end

local function list(lines, at)
  local bullet, number = mark(lines[at])
  local items, loose, blanks = {}, false, 0
  while lines[at] do
    local same, _, offset, first = mark(lines[at])
    if same ~= bullet then break end
    if blanks > 0 then loose = true end
    local own
    own, at, blanks = item(lines, at, offset, first)
    local inside, apart = blocks_of(own)
    items[#items + 1] = inside
    loose = loose or apart
  end
  if not loose then tightened(items) end
  local found = { tag = "List", items = items }
  if number then
    found.ordered, found.start, found.delim = true, tonumber(number), bullet == "." and "Period" or "OneParen"
  end
  return found, at, blanks > 0
end

local function paragraph(lines, at)
  local from = at
  at = at + 1
  while lines[at] and lines[at]:find("%S") and not begins_block(lines[at]) do at = at + 1 end
  local following = lines[at]
  if following and following ~= "" and following:find("%S") and not following:find("^:::") and not following:find("^[-*] ") and not following:find("^1[.)] ") then
    give_up()
  end
  local text = table.concat(lines, "\n", from, at - 1)
  if text:find("^[ \t]") then give_up() end
  if at - from > 1 and (text:find("\n[-=]+[ \t]*\n") or text:find("\n[-=]+[ \t]*$")) then give_up() end
  return { tag = "Para", text = pieces(text) }, at
end

-- Gives the blocks, and whether empty lines stand between any two of them.
function blocks_of(lines)
  local out, at, blank, apart = {}, 1, false, false
  while lines[at] do
    local line = lines[at]
    if line == "" or not line:find("%S") then
      blank = true
      at = at + 1
    else
      if blank and #out > 0 then apart = true end
      local char, block, ended_blank = line:sub(1, 1), nil, false
      if not STARTS[line:byte()] then
        block, at = paragraph(lines, at)
      elseif char == "#" then
        block, at = heading(line), at + 1
      elseif line:find("^:::") then
        block, at = division(lines, at)
      elseif char == "|" and is_rule(lines[at + 1]) then
        block, at = table_of(lines, at)
      elseif is_line(line) then
        give_up()
      elseif mark(line) then
        block, at, ended_blank = list(lines, at)
      elseif line:find("^[ \t>`~<=|]") or line:find("^%[.*%]:") then
        give_up()
      else
        block, at = paragraph(lines, at)
      end
      out[#out + 1] = block
      blank = ended_blank
    end
  end
  return out, apart
end

-- Reads our Markdown; what the quick reader does not know, pandoc reads, in its sandbox.
local function read(text)
  seen = {}
  local lines = {}
  for line in (text .. "\n"):gmatch("([^\n]*)\n") do lines[#lines + 1] = line end
  local fine, found = trying.tried(blocks_of, lines)
  if fine then return found, true end
  return from_pandoc(pandoc.read(text, DIALECT, {}, {}).blocks), false
end

local function read_by_pandoc(text) return from_pandoc(pandoc.read(text, DIALECT, {}, {}).blocks) end

return {
  bracketed = writing.bracketed, document = writing.document, inlines = inlines, read = read, read_by_pandoc = read_by_pandoc,
  trying = trying,
}
