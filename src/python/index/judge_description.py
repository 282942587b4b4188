"""Whether the description renders: what the index cannot show, it does not take."""

from email.message import EmailMessage
from typing import Iterator

from rejection import Rejection, refused, see


def rejections(description: str | None, content_type: str | None) -> Iterator[Rejection]:
    if not description or renders(description, content_type):
        return
    where = f"for '{content_type}'" if content_type else "in the default format of reStructuredText"
    yield refused(f"The description failed to render {where}. {see('description-content-type')}")


def renders(description: str, content_type: str | None) -> bool:
    message = EmailMessage()
    message["content-type"] = content_type or "text/x-rst"
    kind = message.get_content_type()
    if kind == "text/x-rst":
        import readme_renderer.rst

        return readme_renderer.rst.render(description) is not None
    return kind != "text/markdown" or markdown_renders(description)


def markdown_renders(description: str) -> bool:
    """Where the compiled renderer is not installed, Markdown counts as fine: it practically always is."""
    import warnings

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import readme_renderer.markdown as markdown
    return not markdown.variants or markdown.render(description) is not None
