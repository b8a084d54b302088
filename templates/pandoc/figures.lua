-- Figures: a division with a picture, its caption, and what it shows in words. The tree that was read is not changed.

local inlines = BLOCKS.inlines
local tables = ...
local typst = dofile(pandoc.path.join({ HERE, "typst.lua" }))

local function in_html(picture, caption)
  local parts = inlines.NONE .. ",[null," .. BLOCKS.bracketed({ { tag = "Plain", text = caption } }, "whole") .. "],"
  local framed = tables.frame({}, caption, { { tag = "Plain", text = { picture } } })
  return { tag = "Other", json = '{"t":"Figure","c":[' .. parts .. BLOCKS.bracketed({ framed }, "whole") .. "]}" }
end

-- In Word the caption stands above, as that of a table does, and is kept with the picture.
local function in_word(picture, caption)
  return {
    tables.styled({ { tag = "Para", text = caption } }, "Caption"),
    tables.styled({ { tag = "Para", text = { picture } } }, "Figure"),
  }
end

-- PDF takes the picture from a file of its name, and what is read aloud as a text.
local function in_typst(picture, caption)
  local file = picture.image:gsub("^figure:", "figure-") .. ".svg"
  local name = "figur(" .. inlines.quoted(file) .. ", " .. inlines.quoted(inlines.plain(picture.inside)) .. ")"
  return typst.called(name, { { tag = "Plain", text = caption } })
end

-- Gives a figure's picture with its caption, without the words behind; where no picture was handed over, the caption alone.
local function figure(block, format)
  local blocks = block.blocks
  local picture, caption = blocks[1].text[1], blocks[2].text
  if type(picture) ~= "table" or not picture.image then return { tables.paragraph(inlines.strong(caption)) } end
  if format == "html" then return { in_html(picture, caption) } end
  if format == "docx" then return in_word(picture, caption) end
  return in_typst(picture, caption)
end

return { figure = figure }
