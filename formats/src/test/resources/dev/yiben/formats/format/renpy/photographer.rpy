# Plays a game by itself from its start label, and takes a picture of every line that it stops at.
# PHOTOS is the folder for them, PHOTOS_MOST how many, PHOTOS_LANGUAGE the name of a folder in tl/.

init 1000 python:
    import os

    config.language = os.environ["PHOTOS_LANGUAGE"]
    config.auto_choice_delay = 1.5

    class Photographer(object):
        ticks = 0
        taken = 0

        def __call__(self):
            self.ticks += 1
            if self.ticks % 20 == 0 and not renpy.context()._main_menu:
                self.taken += 1
                name = "%02d.png" % self.taken
                renpy.screenshot(os.path.join(os.environ["PHOTOS"], name))
                if self.taken == int(os.environ["PHOTOS_MOST"]):
                    renpy.quit()
                renpy.queue_event("dismiss")

    config.periodic_callbacks.append(Photographer())

label main_menu:
    return
