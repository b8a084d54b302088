"""The pages of the main screen, by step. A step that is not named here asks its questions one by one."""

PAGES = {
    "readiness": "wizard.ui.pages.readiness:ReadinessPage",
    "after": "wizard.ui.pages.after:AfterPage",
    "review": "wizard.ui.pages.review:ReviewPage",
    "publish": "wizard.ui.pages.publish:PublishPage",
}
"""Where to find a step's own page, as `module:Class`; it is imported when the step is reached."""

VIEWS = {
    "": "wizard.ui.pages.records:RecordsView",
    "organisation.responsibilities": "wizard.ui.pages.roles:RolesView",
}
"""Where to find what shows a list of records on the question page, by the list's path; the empty one for the others."""
