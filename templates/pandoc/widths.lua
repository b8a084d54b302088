-- How wide the columns of a table are: by an attribute of the table, else by what is to be read in each.

-- How many characters of the tables' text fit on a line, and what the space beside a cell's text takes of them.
local LINE, SPACE = 92, 2.4

-- No word asks for more room than this, and none is granted less than that, which most words need, where the line is full.
local WORD, LEAST = 40, 9

-- How much more of the small type fits on a line, for tables whose longest words have no room in the usual one.
local SMALL = 1.12

-- How wide letters are in Arial, where the usual one is 1; bold ones are a little wider.
local WIDTHS, USUAL = {}, 1.05
for letters, width in pairs({
  ["ijl.,:;'|"] = 0.42, ["tf()/ "] = 0.53, ["r-"] = 0.63, ["cksvxyz"] = 0.95, ["w"] = 1.35, ["mM"] = 1.57,
  ["æÆ@W"] = 1.8,
  ["ABCDEFGHKLNOPQRSTUVXYZÅØ"] = 1.3,
}) do
  for letter in letters:gmatch(utf8.charpattern) do WIDTHS[letter] = width end
end
local BOLD = 1.08

local function width_of(word)
  local sum = 0
  for letter in word:gmatch("[%z\1-\127\194-\244][\128-\191]*") do sum = sum + (WIDTHS[letter] or USUAL) end
  return sum
end

-- The widths of words that were measured: a document says most of them many times.
local known = setmetatable({}, { __index = function(words, word)
  local width = width_of(word)
  rawset(words, word, width)
  return width
end })

local function lengths(text, bold)
  local longest = 0
  for part in text:gmatch("[^%s%-/]+[%-/]?") do
    local width = known[part]
    if width > longest then longest = width end
  end
  return utf8.len(text) or #text, longest * (bold and BOLD or 1)
end

-- What is to be read in each column: its longest word, its longest cell, and the root of its cells' squares.
local function columns_of(tab, text_of)
  local columns = {}
  for position = 1, #tab.heads do columns[position] = { word = 3, longest = 3, squares = 0 } end
  local function count(row, bold)
    for position, cell in ipairs(row) do
      local column = columns[position]
      local all, longest = lengths(text_of(cell), bold)
      column.word = math.max(column.word, longest)
      column.longest = math.max(column.longest, all, longest)
      column.squares = column.squares + all ^ 2
    end
  end
  count(tab.heads, true)
  for _, row in ipairs(tab.rows) do count(row, false) end
  return columns
end

-- What each column must have: its longest word. Where the line is too short for them all, the longest ones give way.
local function least(columns, room)
  local most, sum = WORD, 0
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
  for _, column in ipairs(columns) do column.weight = math.max(column.squares, 1) ^ (1 / 3) end
  while left > 0 do
    local poorest, lowest
    for _, column in ipairs(columns) do
      local share = column.width / column.weight
      if column.width < column.longest and (not lowest or share < lowest) then poorest, lowest = column, share end
    end
    if not poorest then break end
    poorest.width, left = poorest.width + 0.5, left - 0.5
  end
  local sum, shares = 0, {}
  for _, column in ipairs(columns) do sum = sum + column.width + SPACE end
  for position, column in ipairs(columns) do shares[position] = (column.width + SPACE) / sum end
  return shares
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

-- Gives the widths of a table's columns, and whether it must be set in small type.
-- wanted: the widths that a template asks for; text_of: what is to be read in a cell.
local function of(tab, wanted, text_of)
  local widths = given(wanted, #tab.heads)
  if widths then return widths, false end
  local columns = columns_of(tab, text_of)
  local small = crowded(columns)
  return measured(columns, small and LINE * SMALL or LINE), small
end

-- Whether a word is longer than its column is wide, so that a browser would make the table wider than the page.
local function too_long(tab, text_of, small)
  local line = small and LINE * SMALL or LINE
  for _, row in ipairs(tab.rows) do
    for position, cell in ipairs(row) do
      local room = tab.widths[position] * line - SPACE
      for word in text_of(cell):gmatch("[^%s%-/]+") do
        if #word > LEAST and known[word] > room + 0.5 then return true end
      end
    end
  end
  return false
end

return { of = of, too_long = too_long }
