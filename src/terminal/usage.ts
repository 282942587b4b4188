export const usage = `Usage: countersign <command>

Commands:
  check [PATH…]   check projects: folders, or one of their files; without a PATH the working folder
  names           judge the names on standard input, one a line; answer each in a line of JSON

Options of check:
  --profile auto|library|application        how a project is judged (auto)
  --offline                                 ask no index
  --index URL                               the index to ask, by its Simple API, instead of the project's own
  --format text|json|sarif|github           how the result is written (text)
  --fail-on error|warning|info|hint         the slightest finding that ends with 1 (error)
  --fix                                     write the repairs that need no review into the files

Options of names:
  --own                                     judge them as names for a new project of your own

Options:
  -h, --help      show this
  --version       show the version

Ends with 0: nothing found; 1: findings; 2: wrong use; 3: the check could not be done; 4: cancelled.
`;
