-- How wide the columns of a table are: by an attribute of the table, else by what is to be read in each.

local stringify = pandoc.utils.stringify

-- How many characters of the tables' text fit on a line, and what the space beside a cell's text takes of them.
local LINE, SPACE = 92, 2.4

-- No word asks for more room than this, and none is granted less than that where the line is full.
local WORD, LEAST = 40, 15

-- How much more of the small type fits on a line, for tables whose longest words have no room in the usual one.
local SMALL = 1.12

-- How wide letters are in Arial, where the usual one is 1; bold ones are a little wider.
local WIDTHS = {}
for letters, width in pairs({
  ["ijl.,:;'|"] = 0.42, ["tf()/ "] = 0.53, ["r-"] = 0.63, ["cksvxyz"] = 0.95, ["w"] = 1.35, ["mM"] = 1.57,
  ["æÆ@W"] = 1.8,
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
local function crowded(columns)
  local sum = 0
  for _, column in ipairs(columns) do sum = sum + math.min(column.word, WORD) end
  return sum > LINE - SPACE * #columns
end

-- Shares the line so that the rows become low: in proportion to the cube root of the squares' sum (which makes
-- the squares of all cells' lines fewest), yet to no column less than its longest word or more than one line takes.
local function measured(columns, line)
  local left = least(columns, line - SPACE * #columns)
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

local function rows(tab)
  local rows = pandoc.List(tab.head.rows):clone()
  for _, body in ipairs(tab.bodies) do rows:extend(body.body) end
  return rows
end

-- Sets the widths of the columns; tells whether the table must be set in small type.
local function set(tab)
  local count = #tab.colspecs
  local widths, small = given(tab.attributes.widths, count), false
  if not widths then
    local columns = columns_of(rows(tab), count)
    small = crowded(columns)
    widths = measured(columns, small and LINE * SMALL or LINE)
  end
  tab.attributes.widths = nil
  tab.colspecs = pandoc.List(widths):map(function(width) return { pandoc.AlignDefault, width } end)
  return small
end

return { set = set, rows = rows }
