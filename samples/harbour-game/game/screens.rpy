# What is on the screen: lines, choices, and the menus that a player cannot do without.

init offset = -1

style say_dialogue:
    size 30

style say_thought:
    size 30

style choice_button:
    xalign 0.5
    padding (20, 10)
    background Solid("#00000080")
    hover_background Solid("#405070")

style menu_button:
    padding (20, 10)

screen say(who, what):
    frame:
        background Solid("#000000a0")
        align (0.5, 1.0)
        xysize (1280, 200)
        padding (60, 30)

        vbox:
            spacing 10

            if who is not None:
                text who id "who" size 26

            text what id "what" style "say_dialogue"

screen choice(items):
    vbox:
        align (0.5, 0.4)
        spacing 12

        for item in items:
            textbutton item.caption action item.action style "choice_button"

screen main_menu():
    tag menu

    add Solid("#101a30")

    vbox:
        align (0.5, 0.5)
        spacing 20

        text _("The Golden Key") size 60 xalign 0.5
        textbutton _("Start") action Start() style "menu_button" xalign 0.5
        textbutton _("Goodbye") action Quit(confirm=False) style "menu_button" xalign 0.5

        hbox:
            xalign 0.5
            textbutton "English" action Language(None) style "menu_button"
            textbutton "{font=SourceHanSansLite.ttf}中文{/font}" action Language("schinese") style "menu_button"
