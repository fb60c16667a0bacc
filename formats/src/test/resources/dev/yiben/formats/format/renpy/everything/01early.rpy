python early:
    def parse_note(l):
        return l.rest()
    def nothing(o):
        pass
    renpy.register_statement("note", parse=parse_note, execute=nothing, translatable=True)
    renpy.register_statement(
        "frame around",
        block="script",
        parse=parse_note,
        execute=nothing, # a comment (with brackets
    )
    renpy.register_statement('secret', parse=parse_note, block=True, execute=nothing)

