// Which licences come with what ships, and that each is one we accept. The report lies in server/target/licences.txt.
import { readFileSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { spdxOf, accepted } from './accepted-licences.mjs';

const text = (path) => readFileSync(path, 'utf8');
const within = (xml, tag) => new RegExp(`<${tag}>([\\s\\S]*?)</${tag}>`).exec(xml)?.[1]?.trim();

/** From …/group/parts/artifact/version/artifact-version.jar to the pom beside it, and to the root of that repository. */
function mavenPackage(jar) {
  const folder = dirname(jar);
  const version = folder.split('/').at(-1);
  const artifact = folder.split('/').at(-2);
  const pom = text(join(folder, `${artifact}-${version}.pom`));
  const head = pom.split(/<(?:dependencies|dependencyManagement|build|profiles|reporting)>/)[0];
  // A pom without a group has its parent's, wherever in it the parent stands.
  const group =
    within(head.replace(/<parent>[\s\S]*?<\/parent>/, ''), 'groupId') ??
    within(within(pom, 'parent') ?? '', 'groupId');
  const root = folder.slice(0, -`/${group.replaceAll('.', '/')}/${artifact}/${version}`.length);
  return { name: `${group}:${artifact}`, version, licences: mavenLicences(pom, root) };
}

/** A pom that names no licence has its parent's. */
function mavenLicences(pom, root) {
  const own = within(pom, 'licenses');
  if (own) return [...own.matchAll(/<name>([\s\S]*?)<\/name>/g)].map((match) => match[1].trim());
  const parent = within(pom, 'parent');
  if (!parent) return [];
  const [group, artifact, version] = ['groupId', 'artifactId', 'version'].map((tag) => within(parent, tag));
  return mavenLicences(
    text(join(root, group.replaceAll('.', '/'), artifact, version, `${artifact}-${version}.pom`)),
    root,
  );
}

/** The web client's build says itself which packages ended up in the pages. */
function npmPackages() {
  return JSON.parse(text('web-client/dist/.vite/license.json')).map(({ name, version, identifier }) => ({
    name,
    version,
    licences: identifier ? [identifier] : [],
  }));
}

/** In the jar, and beside it for the check of forms. */
const jars = ['ships', 'ships-beside'].flatMap((list) =>
  text(`server/target/${list}.txt`).trim().split(delimiter),
);

const packages = [...[...new Set(jars)].map(mavenPackage), ...npmPackages()].sort((a, b) =>
  a.name.localeCompare(b.name),
);

// Several licences are a choice: one that we accept is enough.
const refused = packages.filter(({ licences }) => !licences.some((licence) => accepted.has(spdxOf(licence))));
const report = packages.map(
  ({ name, version, licences }) => `${name} ${version}: ${licences.map(spdxOf).join(' or ') || 'none named'}`,
);
writeFileSync('server/target/licences.txt', report.join('\n') + '\n');

for (const { name, version, licences } of refused) {
  console.log(`${name} ${version} comes under "${licences.join('", "')}", which is not on the list`);
}
console.log(
  `${packages.length - refused.length} of ${packages.length} packages come under accepted licences`,
);
process.exit(refused.length === 0 ? 0 : 1);
