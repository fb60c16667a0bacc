# What the engine has to know of the game, and the fonts.

define config.name = _("The Golden Key")
define config.version = "1.0"
define config.screen_width = 1280
define config.screen_height = 720
define config.save_directory = "yiben-harbour-game"
define config.has_sound = False
define config.has_music = False
define config.has_voice = False
define build.name = "harbour-game"

# Escape and the window's button need no menus.
define config.game_menu_action = MainMenu(confirm=False)
define config.quit_action = Quit(confirm=False)

# The engine's own font has no Chinese letters. The SDK comes with one that has; a game that you give
# to others needs a copy of it, or another font, in its game folder.
init python:
    config.searchpath.append(config.renpy_base + "/sdk-fonts")

translate schinese style default:
    font "SourceHanSansLite.ttf"
