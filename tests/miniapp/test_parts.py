"""The page's parts hold their own tests, age's vectors among them."""

import subprocess

from tests.miniapp.conftest import HOME


def test_every_part_of_the_page_holds(node):
    files = sorted(str(path.relative_to(HOME)) for path in (HOME / "tests").glob("*.test.mjs"))
    run = subprocess.run(
        [node, "--test", "--test-reporter=tap", *files],
        cwd=HOME,
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stdout + run.stderr
    assert "\n# fail 0\n" in run.stdout
    assert int(run.stdout.split("\n# pass ")[1].split("\n")[0]) > 170
