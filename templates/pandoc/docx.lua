-- A Word file around the text of our quick writer. Pandoc makes one for all documents of the same styles, language and
-- kinds of lists, with places for what is a document's own: its text, its properties, and a number for each of its lists.
-- `wizard/render/package.py` fills them.

local openxml = dofile(pandoc.path.join({ HERE, "openxml.lua" }))

local PLACE = { tag = "Raw", format = "openxml", text = "<!-- body -->" }

-- A list that pandoc is told of, so that the file has its kind of marks.
local function told(list)
  return { tag = "List", ordered = list.ordered, start = list.start, delim = list.delim,
    items = { { { tag = "Raw", format = "openxml", text = "" } } } }
end

-- A document as pandoc must be told it: its lists, and its parts.
local function whole(parts, lists)
  local all = {}
  for index, list in ipairs(lists) do all[index] = told(list) end
  return table.move(parts, 1, #parts, #all + 1, all)
end

-- The kinds of lists in a document, how they are called together, and of each list which kind it is.
local function kinds_of(lists)
  local kinds, names, known, each = {}, {}, {}, {}
  for index, list in ipairs(lists) do
    local name = list.ordered and list.start .. list.delim or "bullet"
    if not known[name] then
      kinds[#kinds + 1], names[#names + 1] = list, name
      known[name] = #kinds
    end
    each[index] = known[name]
  end
  return kinds, table.concat(names, " "), each
end

-- Places for the properties that a document has; its language decides over styles.
local function places(properties)
  local found = {}
  for name, text in pairs(properties) do found[name] = (name == "lang" or text == "") and text or "{{" .. name .. "}}" end
  return found
end

local function key_of(head, properties, kinds)
  local parts = { head.reference, head.template, kinds }
  for name, text in pairs(properties) do parts[#parts + 1] = name .. "=" .. text end
  table.sort(parts)
  return table.concat(parts, "\0")
end

local cases, count = {}, 0
local MOST = 50

local function case(key, make)
  if not cases[key] then
    if count >= MOST then cases, count = {}, 0 end
    cases[key], count = make(), count + 1
  end
  return cases[key]
end

-- Makes a file of blocks: a case, the text that belongs in it, and of each list the kind, counted from one. Where some of
-- the blocks are left to pandoc, it makes the file, and there is no more than that.
-- write: lets pandoc write blocks with properties.
local function made(blocks, head, write)
  local parts, lists, left = openxml.parts(blocks, head.reference)
  if left then return write(whole(parts, lists), head.meta) end
  local properties = places(head.meta)
  local kinds, names, each = kinds_of(lists)
  local file = case(key_of(head, properties, names), function() return write(whole({ PLACE }, kinds), properties) end)
  return file, parts[1] and parts[1].text or "", table.concat(each, " ")
end

return { made = made, whole = whole }
