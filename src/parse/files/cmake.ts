// SPDX-License-Identifier: Apache-2.0
//
// Commands of CMake that a change brings and that do more than say what is built of what. Refuses to evaluate anything: a command that is not one of those
// that only declare counts as code, and so does a setting that puts a program in front of others.
// @see https://cmake.org/cmake/help/latest/manual/cmake-commands.7.html

const DECLARES = new Set(('project cmake_minimum_required cmake_policy add_library add_executable add_subdirectory add_dependencies add_compile_definitions add_compile_options add_definitions add_link_options include_directories link_directories link_libraries '
  + 'target_sources target_link_libraries target_link_options target_link_directories target_include_directories target_compile_definitions target_compile_features target_compile_options target_precompile_headers set_target_properties set_source_files_properties '
  + 'source_group list option string math message mark_as_advanced if elseif else endif foreach endforeach while endwhile break continue return block endblock function endfunction macro endmacro find_package find_library find_path enable_testing enable_language '
  + 'get_filename_component cmake_path get_target_property get_property cmake_dependent_option cmake_parse_arguments include_guard unset export configure_package_config_file write_basic_package_version_file gtest_discover_tests fetchcontent_makeavailable aux_source_directory set install add_test set_property set_tests_properties include').split(' '));
/** Names whose value is run, or read as CMake, by every later build. */
const LAUNCHES = /launch|compiler\b|compiler_launcher|toolchain|_include\b|_include_before|make_program|command|emulator|_rule_|linker|_ar\b|module_path|project_\w*include|env\{/iu;
const RUNS_TEST = /\bCOMMAND\b\s+(?:"?\S*\/|(?:"?(?:sh|bash|zsh|env|curl|wget|python\d?|perl|ruby|node|powershell|pwsh|cmd)\b))|\$ENV|-P\b|-c\b/iu;

interface Command {
  readonly line: number;
  readonly name: string;
  readonly text: string;
}

/** Lines of commands of `head` that `base` has not, and that do more than declare. */
export function cmakeCode(head: string, base: string): readonly number[] {
  const known = new Set(commandsIn(base).map(keyOf));
  return commandsIn(head).filter((command) => !known.has(keyOf(command)) && !declares(command)).map(({ line }) => line);
}

function keyOf({ name, text }: Command): string {
  return `${name} ${text.replace(/\s+/gu, ' ')}`;
}

function declares({ name, text }: Command): boolean {
  if (!DECLARES.has(name)) return false;
  if (/^set(?:_\w+)?$/u.test(name)) return !LAUNCHES.test(text);
  if (name === 'install') return !/\b(?:CODE|SCRIPT)\b/u.test(text);
  if (name === 'add_test') return !RUNS_TEST.test(text);
  // A module of CMake's own, or of the folder, which is code of the build like this one.
  if (name === 'include') return /^\s*[A-Za-z]\w*\s*(?:OPTIONAL\s*)?$/u.test(text);
  return true;
}

// `name ( … )`, with brackets inside of texts and comments left alone. What does not close runs to the end.
function commandsIn(source: string): readonly Command[] {
  const blank = source.replace(/#\[(=*)\[[\s\S]*?(?:\]\1\]|$)|"(?:\\[\s\S]|[^"\\])*"|\[(=*)\[[\s\S]*?\]\2\]|#[^\n]*/gu, (found) => found.replace(/[^\n]/gu, found.startsWith('#') ? ' ' : 'x'));
  const commands: Command[] = [];
  const begins = /([A-Za-z_]\w*)[ \t]*\(/gu;
  for (let found = begins.exec(blank); found !== null; found = begins.exec(blank)) {
    const from = begins.lastIndex;
    const to = closing(blank, from);
    commands.push({ line: source.slice(0, found.index).split('\n').length, name: (found[1] as string).toLowerCase(), text: source.slice(from, to) });
    begins.lastIndex = to;
  }
  return commands;
}

function closing(text: string, from: number): number {
  let depth = 1;
  for (let at = from; at < text.length; at += 1) {
    if (text[at] === '(') depth += 1;
    else if (text[at] === ')' && (depth -= 1) === 0) return at;
  }
  return text.length;
}
