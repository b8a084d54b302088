-- What stands between reading and writing: the tree is made safe, and what our Markdown cannot say is added. Only here
-- raw markup is written.
--
-- The tree that was read is never changed, since it is written in several formats: what differs is made anew.
-- Fenced divisions of the templates: contents, tabel (a caption and a table, or nested lists to become one), figur (a
-- picture, its caption and what it shows in words), card, newpage, ruled (a word and lines to write on by hand), and
-- those of STYLES.

local inlines = BLOCKS.inlines
local foreign = dofile(pandoc.path.join({ HERE, "foreign.lua" }))
local together = dofile(pandoc.path.join({ HERE, "together.lua" }))
local typst = dofile(pandoc.path.join({ HERE, "typst.lua" }))
local tables = dofile(pandoc.path.join({ HERE, "tables.lua" }))
local figures = assert(loadfile(pandoc.path.join({ HERE, "figures.lua" })))(tables)
local appended, captioned, paragraph, styled = tables.appended, tables.captioned, tables.paragraph, tables.styled

-- Word's styles for the fenced divisions of our templates.
local STYLES = {
  municipality = "Municipality",
  cover = "Subtitle",
  internal = "Internal",
  lead = "Lead",
  intro = "Intro",
  urgent = "Urgent",
  small = "Small",
  ["banner-life"] = "Banner Life",
  ["banner-urgent"] = "Banner Urgent",
  ["note-life"] = "Note Life",
  ["note-urgent"] = "Note Urgent",
  ask = "Ask",
  cut = "Cut",
  ["cut-call"] = "Cut Call",
}

-- The document that is being made: `format`, `word` (before the number of a table), `pictures`, how many `tables` so far,
-- and how many of each of the `labels` that frames are called.
local job

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
        changed[index] = drop and { tag = "Bare", inside = kept } or inlines.with_inside(piece, kept)
      end
    end
  end
  if not changed then return pieces end
  local out = {}
  for _, piece in ipairs(changed) do
    if type(piece) == "table" and piece.tag == "Bare" then appended(out, piece.inside) else out[#out + 1] = piece end
  end
  return out
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
  if job.format == "typst" then return typst.called("contents", block.blocks) end
  local title = tables.text_of(block.blocks)
  if job.format == "gfm" then return { paragraph(inlines.strong({ title })), { tag = "List", items = chapters } } end
  local lines = {}
  for index, item in ipairs(chapters) do lines[index] = { tag = "Para", text = item[1].text } end
  return { styled({ paragraph(title) }, "TOC Heading"), styled(lines, "TOC 1") }
end

-- In Word and PDF the title stands above the headings, and chapters begin at the first level.
local function heading(block)
  if job.format ~= "docx" and job.format ~= "typst" then return { block } end
  if block.level == 1 and job.format == "typst" then return { typst.block("title", { { tag = "Plain", text = block.text } }) } end
  if block.level == 1 then return { styled({ { tag = "Para", text = block.text } }, "Title") } end
  return { { tag = "Header", level = block.level - 1, attr = block.attr, text = block.text } }
end

-- Marks for `wizard/render/word.py`, which takes them away: where a card begins and ends, and where a page does.
local function mark(style)
  return { tag = "Raw", format = "openxml", text = '<w:p><w:pPr><w:pStyle w:val="' .. style .. '" /></w:pPr></w:p>' }
end

local arranged

local function card(block, chapters)
  local blocks = arranged(block.blocks, chapters)
  if job.format == "html" then return { { tag = "Div", attr = block.attr, blocks = blocks } } end
  local classes = {}
  for _, class in ipairs(block.attr.classes) do classes[class] = true end
  if job.format == "docx" then
    local kind = classes.sheet and (classes.acute and "AcuteSheet" or "Sheet") or "Card"
    table.insert(blocks, 1, mark(kind .. "Begins"))
    table.insert(blocks, mark(kind .. "Ends"))
  end
  local call = classes.sheet and (classes.acute and "acute-sheet" or "sheet-of-card") or "card"
  return job.format == "typst" and typst.called(call, blocks) or blocks
end

local function new_page(block, chapters)
  local blocks = arranged(block.blocks, chapters)
  if job.format == "html" then return { { tag = "Div", attr = block.attr, blocks = blocks } } end
  if job.format == "docx" then table.insert(blocks, 1, mark("NewPage")) end
  if job.format == "typst" then table.insert(blocks, 1, typst.code("#pagebreak(weak: true)")) end
  return blocks
end

local RULES = {
  html = inlines.span({}, { classes = { "rule" }, pairs = {} }),
  docx = inlines.raw("openxml", "<w:r><w:tab/></w:r>"),
  typst = typst.raw("#rule"),
}

-- Lines to write on by hand, behind a word that says what for: one paragraph, so that none is empty.
local function ruled(block)
  local said, rule = appended({}, block.blocks[1].text), RULES[job.format]
  local count = 1
  for _, pair in ipairs(block.attr.pairs) do count = pair[1] == "lines" and tonumber(pair[2]) or count end
  for line = 1, rule and count or 0 do
    if line > 1 and job.format ~= "html" then said[#said + 1] = { line = true } end
    said[#said + 1] = rule
  end
  local made = { { tag = "Para", text = said } }
  if job.format == "docx" then return { styled(made, "Ruled") } end
  if job.format == "typst" then return typst.called("ruled", made) end
  return job.format == "html" and { { tag = "Div", attr = { classes = { "ruled" }, pairs = {} }, blocks = made } } or made
end

local function division(block, chapters)
  local class = block.attr.classes[1]
  if class == "contents" then return contents(block, chapters) end
  if class == "card" then return card(block, chapters) end
  if class == "tabel" then return captioned(block) end
  if class == "figur" then
    return appended(figures.figure(block, job.format), arranged({ table.unpack(block.blocks, 3) }, chapters))
  end
  if class == "newpage" then return new_page(block, chapters) end
  if class == "ruled" then return ruled(block) end
  local blocks = arranged(block.blocks, chapters)
  if job.format == "gfm" then return blocks end
  local called = job.format == "typst" and (STYLES[class] or class == "contact")
  if job.format == "typst" then return called and typst.called(class, blocks) or blocks end
  local style = job.format == "docx" and STYLES[class]
  return { style and styled(blocks, style) or { tag = "Div", attr = block.attr, blocks = blocks } }
end

-- In Word a list's points have a style of their own, with a distance from what follows; those in cells have not.
local function points(list)
  local items = {}
  for number, item in ipairs(list.items) do
    items[number] = {}
    for index, block in ipairs(item) do
      if block.tag == "Plain" then block = styled({ { tag = "Para", text = block.text } }, "Point") end
      items[number][index] = block.items and points(block) or block
    end
  end
  return { tag = "List", items = items, ordered = list.ordered, start = list.start, delim = list.delim }
end

-- Whether a sentence goes on in what stands below it.
local function leads(block, below)
  local last = block.tag == "Para" and below and below.items and block.text[#block.text]
  return type(last) == "string" and not last:find("[.!?)]%s*$")
end

function arranged(blocks, chapters)
  local out = {}
  for index, block in ipairs(blocks) do
    if block.tag == "Header" then
      appended(out, heading(block))
    elseif block.items and job.format == "docx" then
      out[#out + 1] = points(block)
    elseif block.tag == "Div" then
      appended(out, division(block, chapters))
    elseif job.format == "typst" and leads(block, blocks[index + 1]) then
      appended(out, typst.called("leads", { block }))
    else
      out[#out + 1] = block
    end
  end
  return out
end

-- The same blocks with every run of text changed; what changes nothing is kept as it is.
local changed_by

local function each_changed(list, change)
  local changed
  for index, one in ipairs(list) do
    local now = changed_by(one, change)
    if now ~= one then
      changed = changed or appended({}, list)
      changed[index] = now
    end
  end
  return changed or list
end

function changed_by(block, change)
  if block.tag == nil then return each_changed(block, change) end -- an item, a row or a cell
  local now
  local function put(key, value)
    if value ~= block[key] then
      now = now or {}
      now[key] = value
    end
  end
  if block.text and block.tag ~= "Raw" then put("text", change(block.text)) end
  for _, key in ipairs({ "blocks", "items", "heads", "rows" }) do
    if block[key] then put(key, each_changed(block[key], change)) end
  end
  return now and setmetatable(now, { __index = block }) or block
end

-- What is done to the text alone is done once for the formats that have the same pictures and marks.
local MARKED = { html = "spans", docx = "spans", typst = "calls" }
local last = {}

local function once(blocks, wish, make)
  local names = { wish.foreign, wish.lang, MARKED[wish.format] or "none" }
  for name in pairs(wish.pictures) do names[#names + 1] = name end
  table.sort(names)
  local key = table.concat(names, "\0")
  if last.blocks ~= blocks or last.key ~= key then last = { blocks = blocks, key = key, made = make() } end
  return last.made
end

local function prepared(blocks, wish)
  return once(blocks, wish, function()
    if not MARKED[wish.format] then return each_changed(blocks, safe) end
    local made = each_changed(blocks, function(pieces) return together(safe(pieces)) end)
    if wish.foreign ~= "" then made = each_changed(made, foreign.marking(wish.foreign, wish.lang, wish.format)) end
    return wish.format == "typst" and each_changed(made, typst.breaking) or made
  end)
end

-- Gives the blocks of a document in a format, and its chapters as a list for the page's navigation.
-- wish: `format`, `word`, `pictures` (a set of names), and the phrases that are `foreign`, with their `lang`.
local function filtered(blocks, wish)
  job = { format = wish.format, word = wish.word, pictures = wish.pictures, tables = 0, labels = {} }
  tables.begin(job)
  blocks = prepared(blocks, wish)
  local chapters = listed(blocks)
  return arranged(blocks, chapters), { tag = "List", items = chapters }
end

return { filtered = filtered }
