"""Commands whose help is drawn with rich-click on a terminal, and which cost nothing till then."""

import sys

import click


class Command(click.Command):
    """A command with rich help on a terminal and click's own in a pipe."""

    def get_help(self, ctx: click.Context) -> str:
        """The help text, in colour where it is read on a terminal."""
        if not sys.stdout.isatty():
            return super().get_help(ctx)
        from rich_click import RichCommand, RichContext

        twin = RichCommand(name=self.name, params=self.params, help=self.help)
        return twin.get_help(RichContext(twin, info_name=ctx.info_name, parent=ctx.parent))


class Group(click.Group):
    """A group with rich help on a terminal and click's own in a pipe."""

    command_class = Command

    def get_help(self, ctx: click.Context) -> str:
        """The help text, in colour where it is read on a terminal."""
        if not sys.stdout.isatty():
            return super().get_help(ctx)
        from rich_click import RichContext, RichGroup

        class InOrder(RichGroup):
            """The commands in the order in which they were defined."""

            def list_commands(self, _ctx: click.Context) -> list[str]:
                return list(self.commands)

        twin = InOrder(name=self.name, commands=self.commands, params=self.params, help=self.help)
        return twin.get_help(RichContext(twin, info_name=ctx.info_name, parent=ctx.parent))

    def list_commands(self, _ctx: click.Context) -> list[str]:
        """The commands in the order in which they were defined, which is that of use."""
        return list(self.commands)
