define e = Character("Eileen", image="eileen")
define n = Character(None, kind=nvl)
default povname = "Pat"
image eileen = "black"
image eileen happy = "black"
image bg = Solid("#fff")

"Before any label."
"Before any label."

label start:
    "Same."
    "Same."
    e "Same."
    voice "a.ogg"   # spoken
    e "Spoken."
    voice sustain
    note one two
    e "Three together." with dissolve
    voice "lonely.ogg"
    if povname == "Pat" and True:
        "Same."
        e happy "Attributes." nointeract
    elif (povname ==
          "x"):
        e -happy @ happy "With minus." (what_size=20, *[], **{})
    else:
        "Other."
    while False:
        "Loop."
        note pending in loop
    note before label
    label .inner:
        "Inner."
        jump .inner
    label start.other hide:
        "Hidden."
    "After hidden."
    call sub1 from _call_sub1
    "After call."
    call sub1
    call expression "sub1" pass (1, 2) from start_back
    "After another call."
    e "Id." id my_own_id
    e "Id." id other_id
    "   Leading   and \   kept \n\" quotes ' \\ \% \[x] \{y}  [povname!t]  {b}b{/b}  "
    'Single "quoted" \'s'
    `Back "tick"`
    r"Raw \n  [povname] \\"
    "Line one
         line two"
    e """
    First paragraph
    with two lines.

    Second  paragraph. {b}x{/b}

    {clear}

    Third \" one.
    """
    """One more.   """
    "Shop keeper" "Hello" nointeract
    Character("A, (b)", kind=n) "Called."
    n "nvl"
    nvl clear
    n "After clear"
    nvl clear
    extend ""
    extend " more"
    $ x = _("In python")
    $ renpy.say(e, _("A") + __("B") +  _p("""
        One
        line.{p}
        Two.

        Three.
        """))
    menu named:
        "Caption [x] 100%% 100%."
        "Choice" if True:
            "Chosen."
        "Choice" (a=1, b="c") if x == 'y"':
            pass
        "" :
            "Empty"
        `Third "one"`:
            e "x"
            menu:
                e "What?"
                "A":
                    pass
                "B" if False:
                    "Deep."
    menu (screen="choice"):
        set seen
        with dissolve
        "Only":
            jump start
    frame around 1:
        "In frame."
        note trailing
    secret:
        "not dialogue"
        e "either"
    "[__private] ._x and [[__notprivate] __y"
    $ __private = 1
    scene bg with dissolve
    show eileen happy at left with dissolve
    "Unicode　space and é 中文 \u4e2d \u00e9x"
    pause 1
    play music "a.ogg"
    window show
    init python:
        y = _("In init")
    init 5:
        $ z = 5
    "End."
    return

label _underscored:
    "Alternate."
    "Alternate."
label with_params(a, b=_("default"), *args, **kw):
    "Params."
    return
label sub1:
    rpy monologue single
    e """
    One.
    Two.
    """
    return

screen foo(x=1):
    text _("Screen text")
    textbutton __("Button \"q\"") action Return()
    textbutton _('single \'') :
        action [ SetVariable("a", _("Deep")),
            Return() ]
    label _(u"unicode\u0020\x41\101\t tab")
    text _("with " "two")
    text _(f"no")
    text _("a" + "b")
    text x_("no")
    text _ ( "spaced" )
    text _("same") + _("same")

transform foo_t:
    xalign 0.5
    linear 1.0 xalign 1.0

style foo_style is default:
    color "#fff"

init offset = 2
translate None strings:
    old "Zero"
    new "zero"
