"""Several at once, each with a connection of its own."""

import threading

from django.db import connections


def in_threads(*jobs):
    """Run the jobs at once, each in a thread with a connection of its own; what went wrong in them is raised."""
    wrong = []

    def inner(job):
        try:
            job()
        except BaseException as error:
            wrong.append(error)
        finally:
            connections.close_all()

    threads = [threading.Thread(target=inner, args=(job,)) for job in jobs]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    if wrong:
        raise wrong[0]
