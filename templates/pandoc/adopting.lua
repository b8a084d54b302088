-- What pandoc read, as our tree: for all that the quick reader gives up on.

local inlines = ...

local from_pandoc

local function other(block)
  local written = pandoc.write(pandoc.Pandoc(inlines.safe({ block })), "json")
  return { tag = "Other", json = written:match('"blocks":%[(.*)%]}$') }
end

local function row_from(row)
  local cells = {}
  for index, cell in ipairs(row.cells) do cells[index] = from_pandoc(cell.contents) end
  return cells
end

local FROM = {
  Para = function(one) return { tag = "Para", text = inlines.of_pandoc(one.content) } end,
  Plain = function(one) return { tag = "Plain", text = inlines.of_pandoc(one.content) } end,
  Header = function(one)
    return { tag = "Header", level = one.level, attr = inlines.attr_of(one), text = inlines.of_pandoc(one.content) }
  end,
  Div = function(one) return { tag = "Div", attr = inlines.attr_of(one), blocks = from_pandoc(one.content) } end,
  BulletList = function(one)
    local items = {}
    for index, inside in ipairs(one.content) do items[index] = from_pandoc(inside) end
    return { tag = "List", items = items }
  end,
  OrderedList = function(one)
    local items = {}
    for index, inside in ipairs(one.content) do items[index] = from_pandoc(inside) end
    return { tag = "List", items = items, ordered = true, start = one.start, delim = one.delimiter }
  end,
  Table = function(one)
    local rows, aligns = {}, {}
    for _, body in ipairs(one.bodies) do
      for _, row in ipairs(body.body) do rows[#rows + 1] = row_from(row) end
    end
    for index, spec in ipairs(one.colspecs) do aligns[index] = spec[1] end
    return { tag = "Table", heads = row_from(one.head.rows[1]), rows = rows, aligns = aligns }
  end,
  RawBlock = function() return nil end,
}

function from_pandoc(blocks)
  local out = {}
  for _, block in ipairs(blocks) do
    local make = FROM[block.tag] or other
    out[#out + 1] = make(block)
  end
  return out
end

return from_pandoc
