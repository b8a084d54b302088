-- The least that any way through pandoc can cost: documents that are read already, as pandoc's own JSON, written by a
-- pandoc that is warm. arg: the HTML template, the reference document, and the files.
local template = arg[1]
local file = assert(io.open(template, "rb"))
local compiled = pandoc.template.compile(file:read("a"), template)
file:close()

local function save(path, bytes)
  local target = assert(io.open(path, "wb"))
  target:write(bytes)
  target:close()
end

for index = 3, #arg do
  local source = assert(io.open(arg[index], "rb"))
  local doc = pandoc.read(source:read("a"), "json")
  source:close()
  save(arg[index] .. ".html", pandoc.write(doc, "html5", { template = compiled, wrap_text = "none" }))
  save(arg[index] .. ".docx", pandoc.write(doc, "docx", { reference_doc = arg[2], wrap_text = "none" }))
end
