# The Golden Key: a small game after the story of the last lamp. It needs no pictures.

define m = Character(_("Marlo"), color="#ffd9a0")
define s = Character("[name!t]", color="#a0d8ff")

default name = _("Selby")
default cat = _("Lisbet")
default coins = 0
default brave = False

image night = Composite(
    (1280, 720),
    (0, 0), Solid("#101a30"),
    (0, 420), Solid("#0a1120"),
    (930, 180), Solid("#8c8c98", xysize=(60, 250)),
    (935, 140), Solid("#33333c", xysize=(50, 40)))

image cellar = Composite(
    (1280, 720),
    (0, 0), Solid("#2c2018"),
    (0, 400), Solid("#1c140e"),
    (840, 340), Solid("#6a4a2a", xysize=(160, 110)))

image light = Composite(
    (1280, 720),
    (0, 0), "night",
    (0, 150), Solid("#ffe9a020", xysize=(935, 20)),
    (935, 140), Solid("#ffe9a0", xysize=(50, 40)))

image dawn = Composite(
    (1280, 720),
    (0, 0), Solid("#b06a3c"),
    (0, 420), Solid("#5a4a58"),
    (250, 330), Solid("#ffd890", xysize=(90, 90)),
    (930, 180), Solid("#e0d8d0", xysize=(60, 250)),
    (935, 140), Solid("#33333c", xysize=(50, 40)))

label start:

    scene night
    with fade

    "{i}The storm came.{/i}"
    "The wind is cold,{w} and the sea is not calm."

    s "Is anyone there?"
    m "Who are you?"
    s "My name is [name!t]."
    s "My father is on the Grey Gull."
    m "Come in, [name!t]."

    "Captain Dorwin" "Help!"

    s "What is that?"
    m "The captain is lost."
    extend " We must light the lamp!"
    s "Where is the oil?"
    m "The oil is in the cellar,\nbut I lost the key."

label search:

    menu:
        "Where is the key?"

        "Look for it under the bed.":
            jump bed

        "Follow [cat!t].":
            jump clock

        "Wait." if not brave:
            jump wait

label bed:

    "You found nothing."
    jump search

label wait:

    $ brave = True
    m "Are you afraid?"
    s "{b}No{/b}, I am not afraid."
    jump search

label clock:

    "[cat!t] sat down beside the clock."
    s "Look! The key was beside the clock."
    m "Thank you, [cat!t]."

    scene cellar
    with dissolve

    "The cellar was dark."
    "[name!t] opened the box and found the oil."
    "The box was not empty."

    menu:
        m "Hurry!"

        "Take the coins.":
            $ coins = 12
            m "I do not want the money."

        "Take the oil.":
            s "We must light the lamp."

label lamp:

    scene night
    with dissolve

    "They climbed the tower together."

    scene light
    with dissolve

    s "The {i}light{/i} is bright!"

    scene dawn
    with dissolve

    "In the morning, the Grey Gull arrived."

    if brave:
        "Orin" "You are brave, [name!t]."
    else:
        "Orin" "I am here, [name!t]."

    if coins:
        "Orin" "The captain gave twelve golden coins to us."

    "{b}The End{/b}"

    return
