"""nbgrader's settings for this repository: masters in autograder/source, student copies in notebooks/exercises.

Used by ``make release``. A course has a config of its own, made by ``make course``.
"""

c = get_config()  # noqa: F821  (nbgrader defines it)

c.CourseDirectory.course_id = "cnn-by-hand"
c.CourseDirectory.source_directory = "autograder/source"
c.CourseDirectory.release_directory = "notebooks/exercises"
c.CourseDirectory.db_url = "sqlite:///_build/release.db"
c.ClearSolutions.code_stub = {"python": "raise NotImplementedError"}
