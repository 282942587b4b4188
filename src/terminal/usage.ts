export const usage = `Usage: countersign <command>

Commands:
  check [PATH…]   check projects: folders, or a pyproject.toml; without a PATH the working folder

Options of check:
  --profile auto|library|application        how a project is judged (auto)
  --offline                                 ask no index
  --format text|json                        how the result is written (text)
  --fail-on error|warning|info|hint         the slightest finding that ends with 1 (error)

Options:
  -h, --help      show this
  --version       show the version

Ends with 0: nothing found; 1: findings; 2: wrong use; 3: the check could not be done; 4: cancelled.
`;
