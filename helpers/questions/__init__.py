"""The quizzes and the cards, one file a lesson, of the lesson's name: each defines ``QUIZ`` and ``CARDS``.

They are not written in the notebooks, where their answers would stand above the questions. Numbers are worked out.
"""
