-- The tree and its runs of text as pandoc's JSON.

local inlines = ...
local quoted, encoded, attributes = inlines.quoted, inlines.encoded, inlines.attributes

local write

-- A run is written once for all the formats that want it in the same way.
local function run_json(text, parted)
  if not text[parted] then text[parted] = encoded(text, parted) end
  return text[parted]
end

local function each(list, one, parted)
  if #list == 1 then return one(list[1], parted) end
  local out = {}
  for index, value in ipairs(list) do out[index] = one(value, parted) end
  return table.concat(out, ",")
end

local function bracketed(blocks, parted) return "[" .. each(blocks, write, parted) .. "]" end

local PLAIN_CELL = "[" .. inlines.NONE .. ',{"t":"AlignDefault"},1,1,['

local function cell_json(cell, parted)
  if not cell.attr then return PLAIN_CELL .. each(cell, write, parted) .. "]]" end
  return "[" .. attributes(cell.attr) .. ',{"t":"AlignDefault"},1,1,' .. bracketed(cell, parted) .. "]"
end

local function row_json(row, parted) return "[" .. inlines.NONE .. ",[" .. each(row, cell_json, parted) .. "]]" end

local function spec_json(tab)
  local out = {}
  for index = 1, #tab.heads do
    local align = tab.aligns and tab.aligns[index] or "AlignDefault"
    local width = tab.widths and string.format('{"t":"ColWidth","c":%.17g}', tab.widths[index]) or '{"t":"ColWidthDefault"}'
    out[index] = '[{"t":"' .. align .. '"},' .. width .. "]"
  end
  return "[" .. table.concat(out, ",") .. "]"
end

local WRITERS = {
  Para = function(one, parted) return '{"t":"Para","c":[' .. run_json(one.text, parted) .. "]}" end,
  Plain = function(one, parted) return '{"t":"Plain","c":[' .. run_json(one.text, parted) .. "]}" end,
  Header = function(one, parted)
    return '{"t":"Header","c":[' .. one.level .. "," .. attributes(one.attr) .. ",[" .. encoded(one.text, parted) .. "]]}"
  end,
  Div = function(one, parted)
    return '{"t":"Div","c":[' .. attributes(one.attr) .. "," .. bracketed(one.blocks, parted) .. "]}"
  end,
  List = function(one, parted)
    local items = "[" .. each(one.items, bracketed, parted) .. "]"
    if not one.ordered then return '{"t":"BulletList","c":' .. items .. "}" end
    return string.format('{"t":"OrderedList","c":[[%d,{"t":"Decimal"},{"t":"%s"}],%s]}', one.start, one.delim, items)
  end,
  Table = function(one, parted)
    local caption = one.caption and '[{"t":"Plain","c":[' .. encoded(one.caption, parted) .. "]}]" or "[]"
    return '{"t":"Table","c":[' .. attributes(one.attr) .. ",[null," .. caption .. "]," .. spec_json(one) .. ",["
      .. inlines.NONE .. ",[" .. row_json(one.heads, parted) .. "]],[[" .. inlines.NONE .. "," .. (one.row_heads or 0)
      .. ",[],[" .. each(one.rows, row_json, parted) .. "]]],[" .. inlines.NONE .. ",[]]]}"
  end,
  Other = function(one) return one.json end,
  Raw = function(one) return '{"t":"RawBlock","c":[' .. quoted(one.format) .. "," .. quoted(one.text) .. "]}" end,
}

function write(block, parted) return WRITERS[block.tag](block, parted) end

-- Writes blocks and metadata (a table of JSON texts by name). parted: how runs of text are parted, see inlines.lua.
local function document(blocks, meta, parted)
  local names = {}
  for name in pairs(meta) do names[#names + 1] = name end
  table.sort(names)
  local fields = {}
  for index, name in ipairs(names) do fields[index] = quoted(name) .. ":" .. meta[name] end
  return '{"pandoc-api-version":[1,23,1],"meta":{' .. table.concat(fields, ",") .. '},"blocks":' .. bracketed(blocks, parted) .. "}"
end

return { bracketed = bracketed, document = document }
