define config.name = _("Torture")
define gui.about = _p("""
""")
define build.name = "t"
"In options."
"Before any label."
